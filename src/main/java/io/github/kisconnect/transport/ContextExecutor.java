package io.github.kisconnect.transport;

import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/**
 * Hands tasks to another executor together with the logging context of who asked, so that their log
 * lines name connector and task.
 */
record ContextExecutor(Executor executor) implements Executor {

  @Override
  public void execute(Runnable task) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    executor.execute(
        () -> {
          MDC.setContextMap(context == null ? Map.of() : context);
          try {
            task.run();
          } finally {
            MDC.clear();
          }
        });
  }
}
