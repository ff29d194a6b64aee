package io.github.kisconnect;

import io.github.kisconnect.config.KisSourceConfig;
import io.github.kisconnect.config.KisTaskConfig;
import io.github.kisconnect.config.SourceConfigValidation;
import io.github.kisconnect.record.SourceOffsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Source connector for the KIS realtime feed of expected executions, {@code H0STANC0}.
 *
 * <p>Splits the tickers over tasks, one app key each: KIS admits one session per app key. The
 * worker calls it on its own threads; {@link #validate} and {@link #alterOffsets} may run
 * concurrently and on an instance that was never started.
 */
public final class KisExpectedTradeSourceConnector extends SourceConnector {

  private static final Logger LOG = LoggerFactory.getLogger(KisExpectedTradeSourceConnector.class);

  private volatile Map<String, String> properties = Map.of();

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public ConfigDef config() {
    return KisSourceConfig.definition();
  }

  /** Every problem of every key at once; asks KIS only where {@code validate.credentials} is on. */
  @Override
  public Config validate(Map<String, String> candidate) {
    return new CredentialCheck().addTo(SourceConfigValidation.validate(candidate), candidate);
  }

  @Override
  public void start(Map<String, String> connectorProperties) {
    new KisSourceConfig(connectorProperties);
    properties = Map.copyOf(connectorProperties);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return KisExpectedTradeSourceTask.class;
  }

  /**
   * One configuration for each task that can have an app key and a ticker. Values are passed on
   * unchanged and tasks differ by their index and tickers only, so that the worker stores
   * references to secrets as references.
   */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    final KisSourceConfig config = new KisSourceConfig(properties);
    final int tasks = config.usableTasks(maxTasks);
    if (tasks < maxTasks) {
      LOG.info(
          "One app key carries one session and one session is one task, so fewer tasks run than"
              + " tasks.max allows tasks={} tasks_max={}",
          tasks,
          maxTasks);
    }
    return KisTaskConfig.split(properties, config.tickers(), tasks);
  }

  @Override
  public void stop() {}

  /**
   * What KIS sends cannot be asked for again, so a record that was received but not yet produced
   * when a worker dies is gone: no setting of the worker makes that exactly once.
   */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorProperties) {
    return ExactlyOnceSupport.UNSUPPORTED;
  }

  /**
   * Offsets only say since when a ticker may have a hole; they cannot rewind the feed. Resets and
   * well-formed offsets are accepted.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException with a sentence for the first offset
   *     that is neither
   */
  @Override
  public boolean alterOffsets(
      Map<String, String> connectorProperties, Map<Map<String, ?>, Map<String, ?>> offsets) {
    SourceOffsets.validateForAlter(offsets);
    return true;
  }
}
