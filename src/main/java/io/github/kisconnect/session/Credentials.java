package io.github.kisconnect.session;

/** One KIS app key with its secret. Never printed. */
public record Credentials(String appKey, String appSecret) {
  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
