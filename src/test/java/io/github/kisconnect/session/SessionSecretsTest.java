package io.github.kisconnect.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.session.ApprovalSource.Result;
import io.github.kisconnect.session.Transport.ConnectFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing secret is logged at any level, whatever happens. */
class SessionSecretsTest {

  private static final String ROOM = "io.github.kisconnect";

  private final Lines lines = new Lines();
  private Level levelBefore;

  @BeforeEach
  void listensToEveryLevel() {
    Logger room = (Logger) LogManager.getLogger(ROOM);
    levelBefore = room.getLevel();
    Configurator.setLevel(ROOM, Level.TRACE);
    lines.start();
    room.addAppender(lines);
  }

  @AfterEach
  void stopsListening() {
    ((Logger) LogManager.getLogger(ROOM)).removeAppender(lines);
    Configurator.setLevel(ROOM, levelBefore);
  }

  @Test
  void logsNoSecretAtAnyLevel() {
    String iv = "0123456789abcdef";
    String key = "abcdefghijklmnopabcdefghijklmnop";
    String issued = "062f61cb-c756-4b8f-9fab-92113c6fbea4";
    SessionWorld world = new SessionWorld(List.of("005930", "000660"));
    world.approvals.script.add(new Result.Unavailable("HTTP 502."));
    world.onConnect = FakeConnection::opens;
    world.started();
    world.pass(5);
    world.act(
        () ->
            world
                .connection()
                .says(
                    """
                    {"header":{"tr_id":"H0STANC0","tr_key":"005930"},"body":{"rt_cd":"0",\
                    "msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS",\
                    "output":{"iv":"%s","key":"%s"}}}"""
                        .formatted(iv, key)));
    world.act(
        () -> world.connection().replies("1", "OPSP0011", "invalid approval : " + issued, ""));
    world.act(() -> world.connection().says("{\"header\": " + issued));
    world.act(() -> world.connection().replies("OPSP8992", "000660"));
    world.act(() -> world.connection().replies("9", "OPSP8996", "ALREADY IN USE appkey", ""));
    world.onConnect = attempt -> attempt.fails(ConnectFailure.Kind.TIMEOUT);
    world.pass(300);
    world.act(world.machine::stop);

    assertThat(lines.texts).hasSizeGreaterThan(10);
    assertThat(lines.texts)
        .noneMatch(
            line ->
                line.contains(iv)
                    || line.contains(key)
                    || line.contains(issued)
                    || line.contains("dummy-"));
  }

  /** Keeps the text of each log event. */
  private static final class Lines extends AbstractAppender {
    private final List<String> texts = new ArrayList<>();

    Lines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      texts.add(event.getMessage().getFormattedMessage());
    }
  }
}
