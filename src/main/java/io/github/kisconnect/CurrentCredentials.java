package io.github.kisconnect;

import io.github.kisconnect.config.AppKey;
import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.session.Credentials;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task's app key and secret as the worker's config providers know them now: the worker resolves
 * references anew at every call, so credentials rotated there are found without a restart. On the
 * session thread.
 */
final class CurrentCredentials implements Supplier<Credentials> {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentCredentials.class);

  private final SourceTaskContext context;
  private KisTaskConfig lastValid;

  CurrentCredentials(KisTaskConfig atStart, SourceTaskContext context) {
    this.lastValid = atStart;
    this.context = context;
  }

  /**
   * Falls back to the last credentials where the worker has no valid ones at hand, whatever its
   * config provider throws: a secrets manager that is away must not keep the session away.
   */
  @Override
  public Credentials get() {
    readAnew();
    return credentials(lastValid);
  }

  private void readAnew() {
    try {
      final Map<String, String> configs = context.configs();
      if (configs != null && !configs.isEmpty()) {
        lastValid = new KisTaskConfig(configs);
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "The worker's config provider gives no valid credentials now; the session goes on with"
              + " the last ones. error={}",
          e.getClass().getSimpleName());
    }
  }

  private static Credentials credentials(KisTaskConfig config) {
    final AppKey key = config.taskAppKey();
    return new Credentials(key.appKey(), key.appSecret());
  }
}
