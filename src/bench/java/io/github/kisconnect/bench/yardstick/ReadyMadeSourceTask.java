package io.github.kisconnect.bench.yardstick;

import io.github.kisconnect.bench.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Decodes a sample when it starts, and gives nothing but that. On the task thread. */
public final class ReadyMadeSourceTask extends SourceTask {

  private static final int FIELDS = 46;

  private final List<SourceRecord> records = new ArrayList<>();

  /** For Connect. */
  public ReadyMadeSourceTask() {}

  @Override
  public void start(Map<String, String> properties) {
    Sample sample = new Sample(properties.get("topic"), 1, FIELDS);
    int number = 0;
    for (byte[] frame : sample.frames()) {
      sample.assemble(sample.decode(frame).trades(), Sample.origin(++number), records::add);
    }
  }

  @Override
  public List<SourceRecord> poll() {
    return records;
  }

  @Override
  public void stop() {}

  @Override
  public String version() {
    return "0";
  }
}
