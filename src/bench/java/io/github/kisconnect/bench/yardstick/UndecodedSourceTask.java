package io.github.kisconnect.bench.yardstick;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** One session whose data frames go from a blocking queue of the JDK to the topic, as text. */
public final class UndecodedSourceTask extends SourceTask {

  private static final int CAPACITY = 65_536;
  private static final int MOST_AT_ONCE = 2_048;
  private static final long PATIENCE_MILLIS = 500;
  private static final String TR_ID = "H0STANC0";

  private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>(CAPACITY);
  private String topic;
  private WebSocket session;

  /** For Connect. */
  public UndecodedSourceTask() {}

  @Override
  public void start(Map<String, String> properties) {
    topic = properties.get("topic");
    HttpClient client = HttpClient.newHttpClient();
    String approval = approval(client, properties);
    session =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(properties.get("kis.ws.url")), new Frames(frames::offer))
            .join();
    for (String ticker : properties.get("kis.tickers").split(",", -1)) {
      session.sendText(request(approval, ticker), true).join();
    }
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    String first = frames.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return null;
    }
    List<String> batch = new ArrayList<>();
    batch.add(first);
    frames.drainTo(batch, MOST_AT_ONCE - 1);
    return batch.stream().map(this::record).toList();
  }

  @Override
  public void stop() {
    if (session != null) {
      session.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  @Override
  public String version() {
    return "0";
  }

  private SourceRecord record(String frame) {
    return new SourceRecord(
        Map.of("tr_id", TR_ID), Map.of(), topic, null, null, null, Schema.STRING_SCHEMA, frame);
  }

  private static String approval(HttpClient client, Map<String, String> properties) {
    String body =
        "{\"grant_type\":\"client_credentials\",\"appkey\":\"%s\",\"secretkey\":\"%s\"}"
            .formatted(first(properties, "kis.app.keys"), first(properties, "kis.app.secrets"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(properties.get("kis.rest.url") + "/oauth2/Approval"))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      String answer = client.send(request, BodyHandlers.ofString()).body();
      return answer.replaceFirst(".*\"approval_key\":\"([^\"]*)\".*", "$1");
    } catch (IOException e) {
      throw new ConnectException("There is no approval.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException("Interrupted while asking for an approval.", e);
    }
  }

  private static String first(Map<String, String> properties, String key) {
    return properties.get(key).replaceFirst(",.*", "");
  }

  private static String request(String approval, String ticker) {
    return """
        {"header":{"approval_key":"%s","custtype":"P","tr_type":"1","content-type":"utf-8"},\
        "body":{"input":{"tr_id":"%s","tr_key":"%s"}}}"""
        .formatted(approval, TR_ID, ticker);
  }
}
