package io.github.kisconnect.config;

/** One KIS app key with its secret. Never printed. */
public record AppKey(String appKey, String appSecret) {
  @Override
  public String toString() {
    return "AppKey[***]";
  }
}
