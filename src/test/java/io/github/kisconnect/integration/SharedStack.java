package io.github.kisconnect.integration;

import io.github.kisconnect.quickstart.stack.BuildOutput;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalStack} that is started once for all classes. Its worker logs everything
 * that the connector says, at the finest level. A worker stops its tasks when it has had no broker
 * for heartbeat.interval.ms; this one has the patience for an outage.
 */
final class SharedStack implements ParameterResolver {

  /** Where the stack keeps its logs. */
  static Path directory() {
    return BuildOutput.fromSystemProperties().directory().resolve("integration");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == LocalStack.class;
  }

  @Override
  public LocalStack resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return extension
        .getRoot()
        .getStore(Namespace.create(SharedStack.class))
        .getOrComputeIfAbsent(Running.class)
        .stack;
  }

  /** The stack while it runs; JUnit closes it after the last class. */
  static final class Running implements AutoCloseable {

    private final LocalStack stack =
        LocalStack.in(directory())
            .workerJvmOption("-Dlog4j2.configurationFile=" + logging())
            .workerProperty("session.timeout.ms", "180000")
            .workerProperty("heartbeat.interval.ms", "120000")
            .start();

    private static String logging() {
      return BuildOutput.fromSystemProperties()
          .projectDirectory()
          .resolve("src/test/resources/log4j2-integration.xml")
          .toString();
    }

    @Override
    public void close() {
      stack.close();
    }
  }
}
