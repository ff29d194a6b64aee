package io.github.kisconnect.config;

import io.github.kisconnect.record.DecimalMode;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What records look like. */
final class RecordOptions {

  static final String DECIMAL_MODE = "decimal.mode";
  static final String MALFORMED_POLICY = "malformed.policy";

  static final OneOf<DecimalMode> DECIMAL_MODES = OneOf.lowerCase(DecimalMode.class);
  static final OneOf<MalformedPolicy> MALFORMED_POLICIES = OneOf.lowerCase(MalformedPolicy.class);

  private RecordOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Records")
        .add(
            DECIMAL_MODE,
            ConfigDef.Type.STRING,
            "precise",
            DECIMAL_MODES,
            Importance.MEDIUM,
            Width.SHORT,
            "Decimal mode",
            "Type of percentages and averages: precise is Connect Decimal of scale 2, double is"
                + " float64, string is text such as -3.14. Each has a schema of its own: to change"
                + " it, change the topic as well.")
        .add(
            MALFORMED_POLICY,
            ConfigDef.Type.STRING,
            "quarantine",
            MALFORMED_POLICIES,
            Importance.MEDIUM,
            Width.SHORT,
            "Malformed policy",
            "What happens to what cannot be decoded: quarantine sends the raw bytes to"
                + " malformed.topic, skip keeps the count only, fail stops the task.");
  }
}
