package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.yardstick.ReadyMadeSourceConnector;
import io.github.kisconnect.bench.yardstick.UndecodedSourceConnector;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The yardsticks as a worker finds them: with nothing beside their jar but Kafka. */
class PluginJarTest {

  @Test
  void findsBothConnectorsAndAllThatTheyNeed(@TempDir Path directory) throws Exception {
    PluginJar.write(directory);

    URL jar = directory.resolve("yardsticks/yardsticks.jar").toUri().toURL();
    try (URLClassLoader plugin = new URLClassLoader(new URL[] {jar}, new OnlyKafka())) {
      Map<String, SourceConnector> found =
          ServiceLoader.load(SourceConnector.class, plugin).stream()
              .map(ServiceLoader.Provider::get)
              .collect(Collectors.toMap(each -> each.getClass().getName(), each -> each));

      assertThat(found)
          .containsOnlyKeys(
              UndecodedSourceConnector.class.getName(), ReadyMadeSourceConnector.class.getName());
      Class<? extends Task> readyMade =
          found.get(ReadyMadeSourceConnector.class.getName()).taskClass();
      assertThat(readyMade.getClassLoader()).isSameAs(plugin);
      SourceTask task = (SourceTask) readyMade.getConstructor().newInstance();
      task.start(Map.of("topic", "bench"));
      assertThat(task.poll()).hasSize(1_000);
    }
  }

  /** Lends what every worker has, and none of the product's classes. */
  private static final class OnlyKafka extends ClassLoader {

    OnlyKafka() {
      super(PluginJarTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.github.kisconnect.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
      return Collections.emptyEnumeration();
    }
  }
}
