package io.github.kisconnect.protocol;

/**
 * Key and initialisation vector of an acknowledgement, for frames with flag 1. Secret: never
 * printed.
 */
public record CipherKey(String iv, String key) {
  @Override
  public String toString() {
    return "CipherKey[***]";
  }
}
