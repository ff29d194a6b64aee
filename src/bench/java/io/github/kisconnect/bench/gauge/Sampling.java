package io.github.kisconnect.bench.gauge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.management.MBeanServerConnection;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;

/** A JFR recording of another JVM that samples stacks every millisecond. One thread. */
public final class Sampling {

  private static final String SAMPLE = "jdk.ExecutionSample";

  /** At the profile's own 10 ms hardly anything is seen of a thread that works now and then. */
  private static final String PERIOD = "1 ms";

  private final FlightRecorderMXBean recorder;
  private final long recording;

  private Sampling(FlightRecorderMXBean recorder, long recording) {
    this.recorder = recorder;
    this.recording = recording;
  }

  static Sampling start(MBeanServerConnection server) {
    try {
      FlightRecorderMXBean recorder =
          ManagementFactory.newPlatformMXBeanProxy(
              server, "jdk.management.jfr:type=FlightRecorder", FlightRecorderMXBean.class);
      long recording = recorder.newRecording();
      recorder.setPredefinedConfiguration(recording, "profile");
      Map<String, String> settings = new HashMap<>(recorder.getRecordingSettings(recording));
      settings.put(SAMPLE + "#period", PERIOD);
      recorder.setRecordingSettings(recording, settings);
      recorder.startRecording(recording);
      return new Sampling(recorder, recording);
    } catch (IOException e) {
      throw new UncheckedIOException("The flight recorder cannot be started.", e);
    }
  }

  /**
   * Ends the recording and counts the samples of the threads whose name begins so.
   *
   * @param file for the recording, absolute
   * @param category of a stack, given as names of classes, innermost first
   */
  public Map<String, Long> finish(
      Path file, String threadPrefix, Function<List<String>, String> category) {
    try {
      recorder.stopRecording(recording);
      recorder.copyTo(recording, file.toString());
      recorder.closeRecording(recording);
      return count(file, threadPrefix, category);
    } catch (IOException e) {
      throw new UncheckedIOException("The recording " + file + " cannot be read.", e);
    }
  }

  private static Map<String, Long> count(
      Path file, String threadPrefix, Function<List<String>, String> category) throws IOException {
    Map<String, Long> samples = new TreeMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals(SAMPLE) && isOf(event, threadPrefix)) {
          samples.merge(category.apply(classes(event)), 1L, Long::sum);
        }
      }
    }
    return samples;
  }

  private static boolean isOf(RecordedEvent event, String threadPrefix) {
    String name = event.getThread("sampledThread").getJavaName();
    return name != null && name.startsWith(threadPrefix);
  }

  private static List<String> classes(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName())
        .toList();
  }
}
