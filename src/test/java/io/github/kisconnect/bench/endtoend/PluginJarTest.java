package io.github.kisconnect.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.bench.Sample;
import io.github.kisconnect.bench.readymade.ReadyMadeSourceConnector;
import io.github.kisconnect.bench.readymade.ReadyMadeSourceTask;
import io.github.kisconnect.protocol.RecordDecoder;
import io.github.kisconnect.record.RecordFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A yardstick as a worker finds it: with nothing beside its jar but Kafka. */
class PluginJarTest {

  @Test
  void packsAllThatTheConnectorNeeds(@TempDir Path directory) throws Exception {
    PluginJar.write(
        directory,
        ReadyMadeSourceConnector.class,
        Sample.class,
        RecordDecoder.class,
        RecordFactory.class);

    URL jar = directory.resolve("ReadyMadeSourceConnector/yardstick.jar").toUri().toURL();
    try (URLClassLoader plugin = new URLClassLoader(new URL[] {jar}, new OnlyKafka())) {
      List<SourceConnector> found =
          ServiceLoader.load(SourceConnector.class, plugin).stream()
              .map(ServiceLoader.Provider::get)
              .toList();

      assertThat(found).hasSize(1);
      assertThat(found.get(0).taskClass().getName()).isEqualTo(ReadyMadeSourceTask.class.getName());
      assertThat(found.get(0).taskClass().getClassLoader()).isSameAs(plugin);
      SourceTask task = (SourceTask) found.get(0).taskClass().getConstructor().newInstance();
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
