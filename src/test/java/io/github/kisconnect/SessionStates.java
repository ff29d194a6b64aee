package io.github.kisconnect;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Which states the session of one connector went through, read from its log, because a task shows
 * no more of its session than that.
 */
final class SessionStates extends AbstractAppender implements AutoCloseable {

  private static final String LOGGER = "io.github.kisconnect.session.SessionMachine";

  private final String threadPrefix;
  private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
  private final LoggerContext context = LoggerContext.getContext(false);

  SessionStates(String connector) {
    super("states of " + connector, null, null, true, Property.EMPTY_ARRAY);
    this.threadPrefix = "kis-session-" + connector + "-";
    start();
    LoggerConfig logger = context.getConfiguration().getLoggerConfig(LOGGER);
    if (!logger.getName().equals(LOGGER)) {
      logger = new LoggerConfig(LOGGER, Level.DEBUG, false);
      context.getConfiguration().addLogger(LOGGER, logger);
    }
    logger.addAppender(this, Level.DEBUG, null);
    context.updateLoggers();
  }

  @Override
  public void append(LogEvent event) {
    final String text = event.getMessage().getFormattedMessage();
    final int state = text.lastIndexOf(" to=");
    if (event.getThreadName().startsWith(threadPrefix) && state >= 0) {
      entered.add(text.substring(state + " to=".length()));
    }
  }

  /** Waits until the session enters the state; states before it are forgotten. */
  void await(String state, Duration limit) throws InterruptedException {
    String next = "";
    while (!next.equals(state)) {
      next = entered.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("The session did not become " + state + " within " + limit);
      }
    }
  }

  @Override
  public void close() {
    context.getConfiguration().getLoggerConfig(LOGGER).removeAppender(getName());
    context.updateLoggers();
    stop();
  }
}
