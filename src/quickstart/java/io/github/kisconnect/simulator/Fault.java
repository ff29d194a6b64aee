package io.github.kisconnect.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Objects;

/**
 * A misbehaviour of the server, by name. The names of the annotations are those of the command line
 * and the admin interface.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "refuse-approval", value = Fault.RefuseApproval.class),
  @JsonSubTypes.Type(name = "delay-approval", value = Fault.DelayApproval.class),
  @JsonSubTypes.Type(name = "refuse-upgrade", value = Fault.RefuseUpgrade.class),
  @JsonSubTypes.Type(name = "garbage-upgrade", value = Fault.GarbageUpgrade.class),
  @JsonSubTypes.Type(name = "silent-upgrade", value = Fault.SilentUpgrade.class),
  @JsonSubTypes.Type(name = "answer", value = Fault.Answer.class),
  @JsonSubTypes.Type(name = "no-ack", value = Fault.NoAck.class),
  @JsonSubTypes.Type(name = "data-before-ack", value = Fault.DataBeforeAck.class),
  @JsonSubTypes.Type(name = "drop-after-subscribe", value = Fault.DropAfterSubscribe.class),
  @JsonSubTypes.Type(name = "corrupt", value = Fault.Corrupt.class),
  @JsonSubTypes.Type(name = "drop", value = Fault.Drop.class),
  @JsonSubTypes.Type(name = "reset", value = Fault.Reset.class),
  @JsonSubTypes.Type(name = "half-open", value = Fault.HalfOpen.class),
  @JsonSubTypes.Type(name = "forget", value = Fault.Forget.class),
  @JsonSubTypes.Type(name = "close", value = Fault.Close.class),
  @JsonSubTypes.Type(name = "ping", value = Fault.Ping.class),
  @JsonSubTypes.Type(name = "refuse-connections", value = Fault.RefuseConnections.class),
  @JsonSubTypes.Type(name = "max-subscriptions", value = Fault.MaxSubscriptions.class),
  @JsonSubTypes.Type(name = "occupy", value = Fault.Occupy.class),
  @JsonSubTypes.Type(name = "revoke-approvals", value = Fault.RevokeApprovals.class)
})
public sealed interface Fault {

  /** Waits for its occasion: the next request, connection or frame that it fits. */
  sealed interface Armed extends Fault {}

  /** Strikes all live sessions, or the server itself, when it is injected. */
  sealed interface Immediate extends Fault {

    void strike(KisSimulator simulator);
  }

  /** The next approval request gets this error. */
  record RefuseApproval(ApprovalRefusal with) implements Armed {

    public RefuseApproval {
      Objects.requireNonNull(with, "with");
    }
  }

  /** The next approval request is answered late. */
  record DelayApproval(Duration by) implements Armed {

    public DelayApproval {
      Objects.requireNonNull(by, "by");
    }
  }

  /** The next upgrade gets an HTTP status instead. */
  record RefuseUpgrade(int status) implements Armed {

    public RefuseUpgrade {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("A refusal has a status of 400 to 599, not " + status);
      }
    }
  }

  /** The next upgrade gets bytes that are no HTTP, and the end of the connection. */
  record GarbageUpgrade() implements Armed {}

  /** The next upgrade gets no answer at all. */
  record SilentUpgrade() implements Armed {}

  /**
   * The next request is answered with this code and has no effect otherwise; after {@code OPSP9994}
   * so are all further ones of the session.
   *
   * @param code {@code msg_cd}, one of the server's or any other
   * @param ticker only requests for it; null for any
   */
  record Answer(String code, String ticker) implements Armed, OfTicker {

    public Answer {
      Objects.requireNonNull(code, "code");
    }
  }

  /** The next request takes effect without an answer. */
  record NoAck(String ticker) implements Armed, OfTicker {}

  /** The next registration is acknowledged only after a first frame of data. */
  record DataBeforeAck(String ticker) implements Armed, OfTicker {}

  /** The connection of the next request ends without a close frame so much later. */
  record DropAfterSubscribe(Duration after) implements Armed {

    public DropAfterSubscribe {
      Objects.requireNonNull(after, "after");
    }
  }

  /** The next data frame is odd. */
  record Corrupt(Corruption how) implements Armed {

    public Corrupt {
      Objects.requireNonNull(how, "how");
    }
  }

  /** The connections end without a close frame. */
  record Drop() implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(SimulatedSession::drop);
    }
  }

  /** The connections end by a TCP reset. */
  record Reset() implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(SimulatedSession::reset);
    }
  }

  /**
   * The connections stay, but the server neither reads nor writes for so long; then it drops them.
   */
  record HalfOpen(Duration lasting) implements Immediate {

    public HalfOpen {
      Objects.requireNonNull(lasting, "lasting");
    }

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(session -> session.fallSilent(lasting));
    }
  }

  /**
   * The server forgets its sessions and frees their app keys, but the connections stay for so long,
   * silent: what a client sees of a network that lost its state.
   */
  record Forget(Duration lasting) implements Immediate {

    public Forget {
      Objects.requireNonNull(lasting, "lasting");
    }

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(session -> session.forget(lasting));
    }
  }

  /** The server sends a close frame. */
  record Close(int code, String reason) implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(session -> session.close(code, reason == null ? "" : reason));
    }
  }

  /** The server sends an RFC Ping. */
  record Ping(String payload) implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.sessions().forEach(session -> session.ping(payload == null ? "" : payload));
    }
  }

  /** Drops every session and refuses new connections for so long. */
  record RefuseConnections(Duration lasting) implements Immediate {

    public RefuseConnections {
      Objects.requireNonNull(lasting, "lasting");
    }

    @Override
    public void strike(KisSimulator simulator) {
      simulator.refuseConnections(lasting);
    }
  }

  /** From now on a session carries at most so many registrations. */
  record MaxSubscriptions(int count) implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.maxSubscriptions(count);
    }
  }

  /** Every app key that has no session counts as in use for so long. */
  record Occupy(Duration lasting) implements Immediate {

    public Occupy {
      Objects.requireNonNull(lasting, "lasting");
    }

    @Override
    public void strike(KisSimulator simulator) {
      simulator.occupy(lasting);
    }
  }

  /** All approval keys are dead; running sessions go on. */
  record RevokeApprovals() implements Immediate {

    @Override
    public void strike(KisSimulator simulator) {
      simulator.revokeApprovals();
    }
  }

  /** A fault that may be bound to one ticker. */
  sealed interface OfTicker permits Answer, NoAck, DataBeforeAck {

    String ticker();

    default boolean fits(String candidate) {
      return ticker() == null || ticker().equals(candidate);
    }
  }
}
