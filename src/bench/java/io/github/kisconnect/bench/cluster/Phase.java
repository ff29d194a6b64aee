package io.github.kisconnect.bench.cluster;

import io.github.kisconnect.bench.figure.Figures;
import io.github.kisconnect.bench.journal.Absence;
import io.github.kisconnect.bench.journal.FeedHistory;
import io.github.kisconnect.simulator.SimulatorEvent.Kind;
import io.github.kisconnect.soak.Account;
import java.util.List;

/**
 * A part of the run.
 *
 * @param before the account at its begin
 * @param after the account at its end
 * @param history what the simulator saw in between, from the registration of each ticker on
 */
record Phase(String name, Account before, Account after, FeedHistory history) {

  void report(Figures figures) {
    List<Absence> absences = history.absences();
    figures.count(
        name + ": tickers without a session for a while",
        absences.stream().map(Absence::ticker).distinct().count());
    figures.count(name + ": times without a session", absences.size());
    Spread.of(absences.stream().map(Absence::lasting).toList())
        .report(figures, name + ": time without a session");
    figures.count(name + ": sessions closed with 1000", history.count(Kind.CLOSED_CLEANLY));
    figures.count(name + ": sessions ended otherwise", history.count(Kind.CLOSED_UNCLEANLY));
    figures.count(name + ": records sent", after.sent() - before.sent());
    figures.count(name + ": delivered", after.delivered() - before.delivered());
    figures.count(name + ": missing, in a hole", after.reportedLost() - before.reportedLost());
    figures.none(
        name + ": missing, in no hole", after.unreported().size() - before.unreported().size());
    after
        .holes()
        .forEach(
            (reason, count) ->
                figures.count(
                    name + ": holes reported as " + reason,
                    count - before.holes().getOrDefault(reason, 0)));
  }
}
