package io.github.kisconnect.bench.endtoend;

import io.github.kisconnect.bench.Sample;
import io.github.kisconnect.bench.yardstick.ReadyMadeSourceConnector;
import io.github.kisconnect.bench.yardstick.UndecodedSourceConnector;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.record.RecordFactory;
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

/** Packs the yardsticks into a plugin directory of their own. */
final class PluginJar {

  private static final String SERVICE = "META-INF/services/" + SourceConnector.class.getName();

  private static final String CONNECTORS =
      UndecodedSourceConnector.class.getName() + "\n" + ReadyMadeSourceConnector.class.getName();

  /** A member of every package that they need: their own, and of the product what makes records. */
  private static final List<Class<?>> MEMBERS =
      List.of(
          ReadyMadeSourceConnector.class, Sample.class, RecordDecoder.class, RecordFactory.class);

  private PluginJar() {}

  /**
   * Writes the plugin.
   *
   * @param directory to become an entry of a worker's {@code plugin.path}
   */
  static Path write(Path directory) {
    Path jar = directory.resolve("yardsticks").resolve("yardsticks.jar");
    try {
      Files.createDirectories(jar.getParent());
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file)) {
        put(out, SERVICE, CONNECTORS.getBytes(StandardCharsets.UTF_8));
        for (Class<?> member : MEMBERS) {
          putPackage(out, member);
        }
      }
      return directory;
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
