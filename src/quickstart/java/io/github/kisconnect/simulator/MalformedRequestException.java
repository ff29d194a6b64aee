package io.github.kisconnect.simulator;

/** A client's message that is no request, with the code that says why. */
final class MalformedRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ServerCode code;

  MalformedRequestException(ServerCode code) {
    super(code + " " + code.text());
    this.code = code;
  }

  ServerCode code() {
    return code;
  }
}
