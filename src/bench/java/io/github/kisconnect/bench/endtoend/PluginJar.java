package io.github.kisconnect.bench.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceConnector;

/** Packs a yardstick into a plugin directory of its own. */
final class PluginJar {

  private static final String SERVICE = "META-INF/services/" + SourceConnector.class.getName();

  private PluginJar() {}

  /**
   * Writes the plugin.
   *
   * @param directory an entry of a worker's {@code plugin.path}
   * @param companions classes whose packages the plugin needs beside that of the connector
   */
  static void write(
      Path directory, Class<? extends SourceConnector> connector, Class<?>... companions) {
    Path jar = directory.resolve(connector.getSimpleName()).resolve("yardstick.jar");
    try {
      Files.createDirectories(jar.getParent());
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file)) {
        put(out, SERVICE, connector.getName().getBytes(StandardCharsets.UTF_8));
        putPackage(out, connector);
        for (Class<?> companion : companions) {
          putPackage(out, companion);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The plugin " + jar + " cannot be written.", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The classes of the plugin are nowhere.", e);
    }
  }

  private static void putPackage(JarOutputStream out, Class<?> member)
      throws IOException, URISyntaxException {
    Path root = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (Path each : files(root.resolve(member.getPackageName().replace('.', '/')))) {
      put(out, root.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
