package io.github.kisconnect.session;

import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.slf4j.MDC;

/**
 * Makes the daemon thread of a session, with the logging context and the context class loader of
 * the thread that made this factory.
 */
final class SessionThreadFactory implements ThreadFactory {

  private final String name;
  private final Map<String, String> loggingContext;
  private final ClassLoader contextClassLoader;

  SessionThreadFactory(String name) {
    this.name = name;
    this.loggingContext = MDC.getCopyOfContextMap();
    this.contextClassLoader = Thread.currentThread().getContextClassLoader();
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              if (loggingContext != null) {
                MDC.setContextMap(loggingContext);
              }
              work.run();
            },
            name);
    thread.setDaemon(true);
    thread.setContextClassLoader(contextClassLoader);
    return thread;
  }
}
