package io.github.kisconnect.quickstart.stack;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning: text keys, Avro structs as values, whose decimals, dates and
 * times are {@code BigDecimal}, {@code LocalDate} and {@code LocalTime}. The topic may not exist
 * yet. One thread, as any Kafka consumer.
 */
public final class AvroTopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final KafkaConsumer<String, Object> consumer;

  /**
   * @param registryUrl base of the Confluent-compatible API
   */
  public AvroTopicReader(String bootstrapServers, String registryUrl, String topic) {
    this.topic = topic;
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            "reader-" + UUID.randomUUID(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            500);
    KafkaAvroDeserializer values = new KafkaAvroDeserializer();
    values.configure(
        Map.of("schema.registry.url", registryUrl, "avro.use.logical.type.converters", true),
        false);
    this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values);
    consumer.subscribe(List.of(topic));
  }

  /** What has arrived since the last call; empty when nothing does within the time. */
  public List<AvroRecord> poll(Duration timeout) {
    return StreamSupport.stream(consumer.poll(timeout).spliterator(), false)
        .map(AvroTopicReader::read)
        .toList();
  }

  /** Whether all that is in the topic by now has been read; so it is, too, without a topic. */
  public boolean isAtEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
    return consumer.assignment().containsAll(ends.keySet())
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Reads on until this number of records has come in all, or fails at the deadline. */
  public List<AvroRecord> take(int count, Duration deadline) {
    return takeUntil(count + " records", deadline, records -> records.size() >= count);
  }

  /**
   * Reads on until what has come pleases, or fails at the deadline.
   *
   * @param what what is waited for, for the sentence at the deadline
   * @return all records that this call has read
   */
  public List<AvroRecord> takeUntil(
      String what, Duration deadline, Predicate<List<AvroRecord>> enough) {
    List<AvroRecord> records = new ArrayList<>();
    Waiting.until(
        what + " in topic " + topic,
        deadline,
        () -> {
          records.addAll(poll(POLL));
          return records.size();
        },
        count -> enough.test(records));
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions() {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static AvroRecord read(ConsumerRecord<String, Object> read) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : read.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new AvroRecord(
        read.partition(),
        read.offset(),
        read.timestamp(),
        read.key(),
        (GenericRecord) read.value(),
        Map.copyOf(headers));
  }
}
