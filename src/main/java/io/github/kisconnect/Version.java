package io.github.kisconnect;

/** The version of the plugin, from the one place that knows it, the build. */
final class Version {
  private Version() {}
}
