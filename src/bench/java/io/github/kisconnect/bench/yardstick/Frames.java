package io.github.kisconnect.bench.yardstick;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Gives data frames on and echoes PINGPONG. On the threads of the HTTP client, one at a time. */
final class Frames implements WebSocket.Listener {

  private final Consumer<String> data;
  private final StringBuilder text = new StringBuilder();

  Frames(Consumer<String> data) {
    this.data = data;
  }

  @Override
  public CompletionStage<?> onText(WebSocket session, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      if (message.startsWith("{")) {
        answer(session, message);
      } else {
        data.accept(message);
      }
    }
    session.request(1);
    return null;
  }

  private static void answer(WebSocket session, String message) {
    if (message.contains("PINGPONG")) {
      session.sendText(message, true).join();
    }
  }
}
