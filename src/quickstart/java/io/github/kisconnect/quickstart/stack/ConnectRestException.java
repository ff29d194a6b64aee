package io.github.kisconnect.quickstart.stack;

/** A refusal by the worker's REST interface: HTTP status 400 or above. */
public final class ConnectRestException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  ConnectRestException(int status, String message) {
    super("The Connect worker answered %d: %s".formatted(status, message));
    this.status = status;
  }

  public int status() {
    return status;
  }
}
