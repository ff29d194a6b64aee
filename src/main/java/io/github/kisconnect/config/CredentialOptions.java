package io.github.kisconnect.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Who subscribes. */
final class CredentialOptions {

  static final String APP_KEYS = "kis.app.keys";
  static final String APP_SECRETS = "kis.app.secrets";
  static final String VALIDATE_CREDENTIALS = "validate.credentials";

  private CredentialOptions() {}

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Credentials")
        .add(
            APP_KEYS,
            ConfigDef.Type.PASSWORD,
            ConfigDef.NO_DEFAULT_VALUE,
            SecretList.distinct(),
            Importance.HIGH,
            Width.LONG,
            "App keys",
            "KIS app keys, comma-separated. KIS admits one session per app key, so one app key"
                + " serves one task; further app keys serve nothing unless tasks.max is raised."
                + " Nothing else may use them while the connector runs.")
        .add(
            APP_SECRETS,
            ConfigDef.Type.PASSWORD,
            ConfigDef.NO_DEFAULT_VALUE,
            SecretList.any(),
            Importance.HIGH,
            Width.LONG,
            "App secrets",
            "Secrets of the app keys, comma-separated, in the same number and order as"
                + " kis.app.keys.")
        .add(
            VALIDATE_CREDENTIALS,
            ConfigDef.Type.BOOLEAN,
            false,
            null,
            Importance.LOW,
            Width.SHORT,
            "Validate credentials",
            "Whether validation of a configuration asks KIS for an approval key with every app"
                + " key. That invalidates the approval keys in use elsewhere, so leave it false"
                + " while a session of these app keys runs. Otherwise validation is offline.");
  }
}
