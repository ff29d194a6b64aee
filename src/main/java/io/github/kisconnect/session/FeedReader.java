package io.github.kisconnect.session;

import io.github.kisconnect.protocol.CipherKey;
import io.github.kisconnect.protocol.ControlMessage;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.Frame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.FrameParser;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.protocol.RejectReason;
import io.github.kisconnect.protocol.RejectedRecord;
import io.github.kisconnect.protocol.Tickers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Reads one connection on its I/O thread: stamps, decodes and hands records to the sink, answers
 * PINGPONG, and posts the rest to the session thread. A record that ends a hole goes on after the
 * hole was told. Waits for nothing but the sink.
 */
final class FeedReader implements Transport.Listener {

  private static final int MAX_CONTROL_PAYLOAD = 125;

  private final String session;
  private final PingPongReply pingPongReply;
  private final RecordDecoder decoder;
  private final Set<String> awaiting = ConcurrentHashMap.newKeySet();
  private final RecordSink sink;
  private final Coverage coverage;
  private final InboundMarks marks;
  private final Executor sessionThread;
  private final ConnectionEvents events;
  private volatile Transport.Connection connection;
  private volatile CipherKey cipherKey;
  private long frames;
  private boolean unreadableTold;

  FeedReader(
      String session,
      SessionSettings settings,
      SessionPorts ports,
      Coverage coverage,
      Executor sessionThread,
      ConnectionEvents events) {
    this.session = session;
    this.pingPongReply = settings.pingPongReply();
    this.decoder = new RecordDecoder(new Tickers(settings.tickers()));
    this.sink = ports.sink();
    this.coverage = coverage;
    this.marks = new InboundMarks(ports.time());
    this.sessionThread = sessionThread;
    this.events = events;
  }

  /** Id of the connection. */
  String session() {
    return session;
  }

  InboundMarks marks() {
    return marks;
  }

  /** Called by the session thread as soon as it has the connection. */
  void attach(Transport.Connection attempt) {
    connection = attempt;
  }

  /** The ticker is about to be asked for: its first record is as good as an answer. */
  void asked(String ticker) {
    awaiting.add(ticker);
  }

  /** The ticker is answered, and the coverage knows: its first record is no news. */
  void answered(String ticker) {
    awaiting.remove(ticker);
  }

  @Override
  public void opened() {
    marks.arrived(true);
    marks.frame();
    marks.handled();
    sessionThread.execute(() -> events.opened(this));
  }

  @Override
  public void connectFailed(Transport.ConnectFailure failure) {
    sessionThread.execute(() -> events.connectFailed(this, failure));
  }

  @Override
  public void controlFrame() {
    marks.frame();
  }

  @Override
  public void closed(Transport.CloseReason reason) {
    sessionThread.execute(() -> events.closed(this, reason));
  }

  @Override
  public void arrived(boolean all) {
    marks.arrived(all);
  }

  @Override
  public void message(byte[] bytes) {
    long receivedAt = marks.frame();
    try {
      read(FrameParser.parse(bytes, bytes.length), receivedAt);
    } catch (RuntimeException | Error fault) {
      sessionThread.execute(() -> events.broken(fault));
    }
  }

  @Override
  public void handled() {
    marks.handled();
  }

  private void read(Frame frame, long receivedAt) {
    if (frame instanceof Frame.Data data) {
      FrameOrigin origin = new FrameOrigin(data.trId(), session, ++frames, receivedAt);
      deliver(decoder.decode(data, cipherKey), origin);
    } else if (frame instanceof Frame.Control control) {
      read(ControlMessage.parse(control.bytes(), control.length()), control, receivedAt);
    } else if (frame instanceof Frame.Unreadable unreadable) {
      FrameOrigin origin = new FrameOrigin("", session, ++frames, receivedAt);
      deliver(wholeFrameRejected(unreadable), origin);
    }
  }

  private void deliver(DecodedFrame decoded, FrameOrigin origin) {
    if (!decoded.trades().isEmpty()) {
      marks.record();
      noticeFirstRecords(decoded, origin.receivedAtMicros());
    }
    sink.accept(decoded, origin);
  }

  private void noticeFirstRecords(DecodedFrame decoded, long receivedAt) {
    if (awaiting.isEmpty()) {
      return;
    }
    for (DecodedFrame.IndexedTrade indexed : decoded.trades()) {
      String ticker = indexed.trade().ticker();
      if (awaiting.remove(ticker)) {
        coverage.covered(ticker, receivedAt, session);
        sessionThread.execute(() -> events.recordSeen(this, ticker, receivedAt));
      }
    }
  }

  private void read(ControlMessage message, Frame.Control control, long receivedAt) {
    if (message instanceof ControlMessage.PingPong) {
      answerPingPong(control);
    } else if (message instanceof ControlMessage.Reply reply) {
      if (reply.cipherKey() != null) {
        cipherKey = reply.cipherKey();
      }
      sessionThread.execute(() -> events.replied(this, reply, receivedAt));
    } else if (message instanceof ControlMessage.Unreadable unreadable && !unreadableTold) {
      unreadableTold = true;
      sessionThread.execute(() -> events.unreadable(this, unreadable.reason()));
    }
  }

  /**
   * Answers at once. Only a PINGPONG that came before the session thread was given the connection
   * takes the way over that thread.
   */
  private void answerPingPong(Frame.Control control) {
    Transport.Connection attached = connection;
    if (attached == null) {
      sessionThread.execute(() -> answerPingPong(connection, control));
    } else {
      answerPingPong(attached, control);
    }
  }

  private void answerPingPong(Transport.Connection to, Frame.Control control) {
    if (pingPongReply == PingPongReply.PONG && control.length() <= MAX_CONTROL_PAYLOAD) {
      to.sendPong(ByteBuffer.wrap(control.bytes(), 0, control.length()));
    } else {
      to.sendText(new String(control.bytes(), 0, control.length(), StandardCharsets.UTF_8));
    }
  }

  private static DecodedFrame wholeFrameRejected(Frame.Unreadable frame) {
    return new DecodedFrame(
        List.of(),
        List.of(
            new RejectedRecord(
                RejectReason.UNREADABLE_FRAME, frame.reason(), frame.bytes(), 0, null)),
        0);
  }
}
