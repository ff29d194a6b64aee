package io.github.kisconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the plugin, from the one place that knows it, the build. */
final class Version {

  private static final String RESOURCE = "/kafka-connect-kis.properties";

  private Version() {}

  static String current() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      final Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("The plugin's jar is damaged: cannot read " + RESOURCE, e);
    }
  }
}
