package io.github.kisconnect.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.gap.Gap;
import io.github.kisconnect.gap.GapReason;
import io.github.kisconnect.gap.GapTracker;
import io.github.kisconnect.protocol.ControlMessage;
import io.github.kisconnect.protocol.DecodedFrame;
import io.github.kisconnect.protocol.FrameOrigin;
import io.github.kisconnect.protocol.PingPongReply;
import io.github.kisconnect.protocol.RejectReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What happens to a message on the I/O thread, before the session thread does anything. */
class FeedReaderTest {

  private static final String PINGPONG =
      "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260404142023\"}}";

  private final VirtualTime time = new VirtualTime();
  private final Queue<Runnable> posted = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final List<DecodedFrame> frames = new ArrayList<>();
  private final List<FrameOrigin> origins = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Coverage coverage =
      new Coverage(
          new GapTracker(Map.of("005930", VirtualTime.EPOCH_MICROS - 60_000_000)), gaps::add);
  private RecordSink sink =
      (frame, origin) -> {
        frames.add(frame);
        origins.add(origin);
      };

  @Test
  void echoesPingPongAtOnceWithTheIdenticalText() {
    FakeConnection connection = open(reader(PingPongReply.ECHO));

    connection.says(PINGPONG);

    assertThat(connection.sent).containsExactly(PINGPONG);
    assertThat(posted).isEmpty();
  }

  @Test
  void answersPingPongByPongWhereToldTo() {
    FakeConnection connection = open(reader(PingPongReply.PONG));

    connection.says(PINGPONG);

    assertThat(connection.pongs).containsExactly(PINGPONG);
    assertThat(connection.sent).isEmpty();
  }

  @Test
  void echoesAPingPongThatIsTooLongForAPong() {
    FakeConnection connection = open(reader(PingPongReply.PONG));
    String padded = PINGPONG + " ".repeat(80);

    connection.says(padded);

    assertThat(connection.pongs).isEmpty();
    assertThat(connection.sent).singleElement().asString().startsWith(PINGPONG);
  }

  @Test
  void answersAPingPongThatOvertakesTheConnectionItself() {
    FeedReader reader = reader(PingPongReply.ECHO);
    FakeConnection connection = new FakeConnection(reader, time, ping -> {});
    connection.opens();
    connection.says(PINGPONG);
    assertThat(connection.sent).isEmpty();

    reader.attach(connection);
    drain();

    assertThat(connection.sent).containsExactly(PINGPONG);
  }

  @Test
  void handsRecordsToTheSinkWithTheirOrigin() {
    FakeConnection connection = open(reader(PingPongReply.ECHO));
    time.advance(Duration.ofSeconds(5));

    connection.data("005930", "000660");
    connection.data("005930");

    assertThat(frames).extracting(frame -> frame.trades().size()).containsExactly(2, 1);
    assertThat(origins)
        .containsExactly(
            new FrameOrigin("H0STANC0", "test-session", 1, VirtualTime.EPOCH_MICROS + 5_000_000),
            new FrameOrigin("H0STANC0", "test-session", 2, VirtualTime.EPOCH_MICROS + 5_000_000));
  }

  @Test
  void tellsOfTheFirstRecordOfATickerOnlyUntilItIsAcknowledged() {
    FeedReader reader = reader(PingPongReply.ECHO);
    FakeConnection connection = open(reader);
    reader.asked("005930");
    reader.asked("000660");
    reader.answered("000660");

    connection.data("005930", "000660");
    connection.data("005930", "000660");
    drain();

    assertThat(heard).containsExactly("record 005930");
  }

  @Test
  void saysNothingOfRecordsOfATickerThatWasNotAskedFor() {
    coverage.connected("test-session");
    FakeConnection connection = open(reader(PingPongReply.ECHO));

    connection.data("005930");
    drain();

    assertThat(heard).isEmpty();
    assertThat(gaps).isEmpty();
    assertThat(frames).hasSize(1);
  }

  @Test
  void endsTheHoleBeforeTheRecordGoesOnWithoutWaitingForTheSessionThread() {
    List<Integer> holesToldBefore = new ArrayList<>();
    sink = (frame, origin) -> holesToldBefore.add(gaps.size());
    FeedReader reader = reader(PingPongReply.ECHO);
    FakeConnection connection = open(reader);
    coverage.connected("test-session");
    reader.asked("005930");
    time.advance(Duration.ofSeconds(3));

    connection.data("005930");
    connection.data("005930");

    assertThat(holesToldBefore).containsExactly(1, 1);
    assertThat(gaps)
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.ticker()).isEqualTo("005930");
              assertThat(gap.reason()).isEqualTo(GapReason.RESTART);
              assertThat(gap.toMicros()).hasValue(VirtualTime.EPOCH_MICROS + 3_000_000);
              assertThat(gap.session()).isEqualTo("test-session");
            });
  }

  @Test
  void endsNoHoleOnceItsConnectionIsDeclaredLost() {
    FeedReader reader = reader(PingPongReply.ECHO);
    FakeConnection connection = open(reader);
    coverage.connected("test-session");
    reader.asked("005930");
    coverage.lost(GapReason.DISCONNECT, time.epochMicros(), "as scripted");

    connection.data("005930");

    assertThat(gaps).isEmpty();
  }

  @Test
  void rejectsAMessageThatIsNoFrameAsAWhole() {
    open(reader(PingPongReply.ECHO)).says("9|junk");

    assertThat(frames.get(0).rejected().get(0).bytes()).isEqualTo("9|junk".getBytes(UTF_8));
    assertThat(frames.get(0).rejected().get(0).reason()).isEqualTo(RejectReason.UNREADABLE_FRAME);
    assertThat(origins.get(0).trId()).isEmpty();
  }

  @Test
  void survivesInvalidUtf8() {
    FakeConnection connection = open(reader(PingPongReply.ECHO));

    connection.saysBytes(new byte[] {'0', '|', (byte) 0xA3, (byte) 0xAC, 0});
    connection.data("005930");

    assertThat(frames).hasSize(2);
    assertThat(frames.get(1).trades()).hasSize(1);
  }

  @Test
  void postsRepliesAndTheFirstUnreadableControlMessage() {
    FakeConnection connection = open(reader(PingPongReply.ECHO));

    connection.replies("OPSP0000", "005930");
    connection.says("{broken");
    connection.says("{broken");
    drain();

    assertThat(heard).containsExactly("reply 005930", "unreadable");
  }

  @Test
  void countsEveryFrameAsLifeAndOnlyRecordsAsData() {
    FeedReader reader = reader(PingPongReply.ECHO);
    FakeConnection connection = open(reader);
    time.advance(Duration.ofSeconds(1));

    connection.controls();
    assertThat(reader.marks().inboundMicros()).hasValue(time.epochMicros());
    connection.says("0|H0STANC0|001|garbage");
    assertThat(reader.marks().hasData()).isFalse();
    connection.data("005930");

    assertThat(reader.marks().dataMicros()).hasValue(time.epochMicros());
  }

  @Test
  void stampsWhatArrivedTogetherWithTheTimeOfItsArrival() {
    FeedReader reader = reader(PingPongReply.ECHO);
    open(reader);
    final long arrival = time.epochMicros();

    reader.arrived(true);
    reader.message(FakeConnection.frame("005930"));
    time.advance(Duration.ofSeconds(1));
    reader.message(FakeConnection.frame("005930"));
    reader.handled();
    reader.arrived(true);
    reader.message(FakeConnection.frame("005930"));
    reader.handled();

    assertThat(origins)
        .extracting(FrameOrigin::receivedAtMicros)
        .containsExactly(arrival, arrival, arrival + 1_000_000);
  }

  @Test
  void isBusyWhileTheSinkHoldsItUp() {
    FeedReader reader = reader(PingPongReply.ECHO);
    List<Boolean> busy = new ArrayList<>();
    sink = (frame, origin) -> busy.add(reader.marks().busy());

    open(reader).data("005930");

    assertThat(busy).containsExactly(true);
    assertThat(reader.marks().busy()).isFalse();
  }

  @Test
  void reportsAFaultOfTheSinkInsteadOfLosingIt() {
    sink =
        (frame, origin) -> {
          throw new IllegalStateException("scripted");
        };

    open(reader(PingPongReply.ECHO)).data("005930");
    drain();

    assertThat(heard).contains("broken IllegalStateException");
  }

  private FeedReader reader(PingPongReply reply) {
    SessionSettings settings =
        SessionWorld.settings(List.of("005930", "000660"), 40, SessionWorld.PAUSE_CLOSE, reply);
    RecordSink forwarding = (frame, origin) -> sink.accept(frame, origin);
    SessionPorts ports = new SessionPorts(null, null, null, forwarding, null, time, null);
    return new FeedReader("test-session", settings, ports, coverage, posted::add, new Hearing());
  }

  private FakeConnection open(FeedReader reader) {
    FakeConnection connection = new FakeConnection(reader, time, ping -> {});
    reader.attach(connection);
    connection.opens();
    drain();
    heard.clear();
    return connection;
  }

  private void drain() {
    while (!posted.isEmpty()) {
      posted.remove().run();
    }
  }

  /** Writes down what the session thread is told. */
  private final class Hearing implements ConnectionEvents {
    @Override
    public void opened(FeedReader reader) {
      heard.add("opened");
    }

    @Override
    public void connectFailed(FeedReader reader, Transport.ConnectFailure failure) {
      heard.add("failed");
    }

    @Override
    public void replied(FeedReader reader, ControlMessage.Reply reply, long receivedAtMicros) {
      heard.add("reply " + reply.ticker());
    }

    @Override
    public void unreadable(FeedReader reader, String reason) {
      heard.add("unreadable");
    }

    @Override
    public void recordSeen(FeedReader reader, String ticker, long receivedAtMicros) {
      heard.add("record " + ticker);
    }

    @Override
    public void closed(FeedReader reader, Transport.CloseReason reason) {
      heard.add("closed");
    }

    @Override
    public void broken(Throwable fault) {
      heard.add("broken " + fault.getClass().getSimpleName());
    }
  }
}
