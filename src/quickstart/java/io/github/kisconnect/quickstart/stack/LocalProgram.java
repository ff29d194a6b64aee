package io.github.kisconnect.quickstart.stack;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Any program in a JVM of its own, beside the servers of a stack. */
public final class LocalProgram extends LocalServer {

  private final JavaCommand command;
  private final String address;
  private final BooleanSupplier ready;

  LocalProgram(String name, Path log, JavaCommand command, String address, BooleanSupplier ready) {
    super(name, log);
    this.command = command;
    this.address = address;
    this.ready = ready;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  JavaCommand command() {
    return command;
  }

  @Override
  boolean answers() {
    return ready.getAsBoolean();
  }
}
