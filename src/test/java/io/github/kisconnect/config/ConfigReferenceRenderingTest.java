package io.github.kisconnect.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisconnect.docs.ConfigReference;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The Markdown of the configuration holds every key, in order, and survives any text. */
class ConfigReferenceRenderingTest {

  private static ConfigDef definition() {
    return new ConfigDef()
        .define(
            "b",
            ConfigDef.Type.INT,
            7,
            ConfigDef.Range.between(1, 9),
            ConfigDef.Importance.LOW,
            "Second | last.",
            "One",
            2,
            ConfigDef.Width.SHORT,
            "B")
        .define(
            "a",
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            null,
            ConfigDef.Importance.HIGH,
            "First.",
            "One",
            1,
            ConfigDef.Width.SHORT,
            "A")
        .define(
            "c",
            ConfigDef.Type.BOOLEAN,
            null,
            null,
            ConfigDef.Importance.MEDIUM,
            "Third.",
            "Two",
            1,
            ConfigDef.Width.SHORT,
            "C");
  }

  @Test
  void rendersOneTablePerGroupInOrder() {
    assertThat(ConfigReference.markdown(definition()))
        .isEqualTo(
            """
            ### One

            | Key | Type | Default | Valid values | Importance | Description |
            |---|---|---|---|---|---|
            | `a` | string | required | any | high | First. |
            | `b` | int | `7` | [1,...,9] | low | Second \\| last. |

            ### Two

            | Key | Type | Default | Valid values | Importance | Description |
            |---|---|---|---|---|---|
            | `c` | boolean | none | `true`, `false` | medium | Third. |
            """);
  }

  @Test
  void rendersEveryKeyOfTheConnectorOnce() {
    List<String> rows =
        ConfigReference.markdown(KisSourceConfig.definition())
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`", -1)[1])
            .toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(KisSourceConfig.definition().names());
  }

  @Test
  void showsWhatAnEnumerationAccepts() {
    assertThat(ConfigReference.markdown(KisSourceConfig.definition()))
        .contains(
            "| `decimal.mode` | string | `precise` | `precise`, `double`, `string` | medium |")
        .contains("| `queue.max.bytes` | long | `134217728` | [1048576,...,17179869184] | low |");
  }
}
