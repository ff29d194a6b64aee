package io.github.kisconnect.integration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.github.kisconnect.quickstart.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes to the topics of a connector what no simulator would send, by the schemas in {@code avro}.
 */
final class HandWrittenTopics implements AutoCloseable {

  private final Schema trade = schema("ExpectedTrade.avsc");
  private final Schema gap = schema("Gap.avsc");
  private final ConnectorUnderTest connector;
  private final String registryUrl;
  private final KafkaProducer<String, Object> producer;

  HandWrittenTopics(LocalStack stack, ConnectorUnderTest connector) {
    this.connector = connector;
    this.registryUrl = stack.registry().url();
    final KafkaAvroSerializer values = new KafkaAvroSerializer();
    values.configure(Map.of("schema.registry.url", registryUrl), false);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()), new StringSerializer(), values);
  }

  /** Registers both schemas, as somebody does who wants to query before there is a record. */
  void registerSchemas() throws IOException, InterruptedException {
    register(connector.topic(), trade);
    register(connector.gapTopic(), gap);
  }

  /** How many versions of its schema a topic has. */
  String versions(String topic) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(versionsOf(topic)).build()).body();
  }

  /** An expected execution. */
  void trade(String ticker, Map<String, Object> fields, long receivedAtMicros) {
    final ProducerRecord<String, Object> record =
        new ProducerRecord<>(
            connector.topic(), ticker, value(trade, "MKSC_SHRN_ISCD", ticker, fields));
    record
        .headers()
        .add("kis.received.at", Long.toString(receivedAtMicros).getBytes(StandardCharsets.UTF_8));
    write(record);
  }

  /** A hole. */
  void gap(String ticker, Map<String, Object> fields) {
    write(
        new ProducerRecord<>(
            connector.gapTopic(), ticker, value(gap, "MKSC_SHRN_ISCD", ticker, fields)));
  }

  @Override
  public void close() {
    producer.close();
  }

  private void write(ProducerRecord<String, Object> record) {
    try {
      producer.send(record).get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("Not written to " + record.topic(), e);
    }
  }

  private void register(String topic, Schema schema) throws IOException, InterruptedException {
    final String body = new ObjectMapper().writeValueAsString(Map.of("schema", schema.toString()));
    send(
        HttpRequest.newBuilder(versionsOf(topic))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private URI versionsOf(String topic) {
    return URI.create(registryUrl + "/subjects/" + topic + "-value/versions");
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    final HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static GenericRecord value(
      Schema schema, String key, String ticker, Map<String, Object> fields) {
    final GenericRecordBuilder builder = new GenericRecordBuilder(schema).set(key, ticker);
    fields.forEach(builder::set);
    return builder.build();
  }

  private static Schema schema(String file) {
    try {
      return new Schema.Parser().parse(Path.of("avro", file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
