package io.github.kisconnect.metrics;

import static io.github.kisconnect.metrics.Metrics.counter;
import static io.github.kisconnect.metrics.Metrics.gauge;
import static io.github.kisconnect.metrics.Metrics.text;

import java.util.List;

/** The part of the catalogue that tells how the session with KIS stands. */
final class SessionCatalog {

  static final List<Metric> METRICS =
      List.of(
          text(
              "session-state",
              task -> Tag.text(task.session().state()),
              "Where the session stands."),
          gauge(
              "session-state-code",
              "state",
              task -> StateCode.of(task.session().state()),
              "The same as a number, see the table of states."),
          gauge(
              "session-connected",
              "0 or 1",
              task -> task.session().state().isConnected() ? 1 : 0,
              "1 while a connection is open and in use."),
          gauge(
              "time-in-state-ms",
              "milliseconds",
              TaskReadings::timeInStateMillis,
              "Time since the session entered its state."),
          counter(
              "connections-total",
              "attempts",
              task -> task.session().connections(),
              "Attempts to connect."),
          gauge(
              "failed-attempts",
              "failures",
              task -> task.session().failedAttempts(),
              "Failures since the last proof of life: data, or an acknowledgement and 15 s."),
          counter(
              "approval-requests-total",
              "requests",
              task -> task.feed().approvalRequests(),
              "Requests for an approval key that really went to KIS for this task; keys from the"
                  + " worker's cache are not counted."),
          counter(
              "reconnects-total",
              "ends",
              Tag.FAILURE_KIND,
              (task, kind) -> task.feed().ends().of(kind),
              "Times that a session, or an attempt at one, came to an end for such a reason;"
                  + " another attempt follows on each but `fatal`."),
          gauge(
              "subscriptions-wanted",
              "tickers",
              task -> task.session().wanted(),
              "Tickers that the session is to carry; refused ones are not among them."),
          gauge(
              "subscriptions-confirmed",
              "tickers",
              task -> task.session().confirmed(),
              "Tickers that KIS acknowledged, or of which a record came, on this connection."),
          gauge(
              "subscriptions-unconfirmed",
              "tickers",
              task -> task.session().unconfirmed(),
              "Tickers that KIS did not answer for on this connection; data may come all the"
                  + " same."),
          gauge(
              "subscriptions-refused",
              "tickers",
              task -> task.session().refused(),
              "Tickers that KIS refused, or for which the session had no room."),
          gauge(
              "time-since-frame-ms",
              "milliseconds",
              task -> task.millisSince(task.session().lastInboundMicros()),
              "Time since the last frame of any kind on the connection, probes included, to about"
                  + " a second; NaN where there was none."),
          gauge(
              "time-since-data-ms",
              "milliseconds",
              task -> task.millisSince(task.session().lastDataMicros()),
              "Time since the last record on the connection, to about a second; NaN where there"
                  + " was none. Hours outside auctions are normal."));

  private SessionCatalog() {}
}
