package io.github.kisconnect.simulator;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers and releases tickers of one session (kis-protocol 2). Event loop only. */
final class SubscribeDesk {

  private final SessionContext context;
  private final AtomicInteger maxSubscriptions;
  private boolean appKeyRefused;

  SubscribeDesk(SessionContext context, AtomicInteger maxSubscriptions) {
    this.context = context;
    this.maxSubscriptions = maxSubscriptions;
  }

  void handle(SimulatedSession session, Request request) {
    context
        .faults()
        .take(Fault.DropAfterSubscribe.class)
        .ifPresent(fault -> session.dropAfter(fault.after()));
    String ticker = request.subscription().trKey();
    Optional<Reply> scripted = scripted(ticker);
    if (scripted.isPresent()) {
      reply(session, request, scripted.get());
    } else if (admitted(session, request)) {
      serve(session, request);
    }
  }

  /** An app key that is refused once is refused for all of the session. */
  private Optional<Reply> scripted(String ticker) {
    if (appKeyRefused) {
      return Optional.of(Reply.of(ServerCode.OPSP9994));
    }
    Optional<Reply> scripted =
        context
            .faults()
            .take(Fault.Answer.class, fault -> fault.fits(ticker))
            .map(fault -> Reply.scripted(fault.code()));
    appKeyRefused = scripted.filter(Reply::refusesAppKey).isPresent();
    return scripted;
  }

  /** Checks the approval key, as the server does at each request, and takes the app key's slot. */
  private boolean admitted(SimulatedSession session, Request request) {
    Optional<AppKeyAccount> account = context.appKeys().byApproval(request.approvalKey());
    if (account.isEmpty()) {
      reply(session, request, Reply.invalidApproval(request.approvalKey()));
      return false;
    }
    if (session.belongsToAnother(account.get())) {
      session.drop();
      return false;
    }
    if (!session.claim(account.get())) {
      reply(session, request, Reply.of(ServerCode.OPSP8996));
      return false;
    }
    return true;
  }

  private void serve(SimulatedSession session, Request request) {
    Subscription subscription = request.subscription();
    ServerCode code =
        request.register() ? register(session, subscription) : release(session, subscription);
    String ticker = subscription.trKey();
    boolean silent =
        context.faults().take(Fault.NoAck.class, fault -> fault.fits(ticker)).isPresent();
    if (!silent) {
      reply(session, request, Reply.of(code));
    }
  }

  private ServerCode register(SimulatedSession session, Subscription subscription) {
    if (session.has(subscription)) {
      return ServerCode.OPSP0002;
    }
    if (session.subscriptionCount() >= maxSubscriptions.get()) {
      return ServerCode.OPSP0008;
    }
    session.add(subscription);
    String ticker = subscription.trKey();
    context
        .faults()
        .take(Fault.DataBeforeAck.class, fault -> fault.fits(ticker))
        .ifPresent(fault -> session.sendRecords(ticker, 1));
    return ServerCode.OPSP0000;
  }

  private static ServerCode release(SimulatedSession session, Subscription subscription) {
    if (!session.has(subscription)) {
      return ServerCode.OPSP0003;
    }
    session.remove(subscription);
    return ServerCode.OPSP0001;
  }

  private static void reply(SimulatedSession session, Request request, Reply reply) {
    session.sendText(reply.about(request.subscription(), session.cipher()));
    if (!reply.result().equals("0")) {
      session.note(
          SimulatorEvent.Kind.REFUSED, reply.code() + " " + request.subscription().trKey());
    }
    if (reply.endsSession()) {
      session.dropAfter(SessionContext.HANG_UP_DELAY);
    }
  }
}
