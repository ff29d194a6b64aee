package io.github.kisconnect.bench.load;

import io.github.kisconnect.quickstart.stack.LocalProgram;
import io.github.kisconnect.quickstart.stack.LocalStack;
import io.github.kisconnect.quickstart.stack.Port;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A consumer in a JVM of its own. One thread. */
public final class ConsumerProcess implements AutoCloseable {

  private final LocalProgram program;
  private final URI uri;
  private final JsonClient client = new JsonClient();

  private ConsumerProcess(LocalProgram program, URI uri) {
    this.program = program;
    this.uri = uri;
  }

  /** Returns when it reads the topics, which must exist. */
  public static ConsumerProcess start(LocalStack stack, List<String> topics) {
    int port = Port.any().claim("the consumer");
    URI uri = URI.create("http://127.0.0.1:" + port + "/");
    LocalProgram program =
        stack
            .programs()
            .start(
                "The consumer",
                List.of(),
                ConsumerCommand.class,
                List.of(
                    "--bootstrap-servers=" + stack.bootstrapServers(),
                    "--topics=" + String.join(",", topics),
                    "--port=" + port),
                uri);
    return new ConsumerProcess(program, uri);
  }

  /** Forgets what was read so far. */
  public void reset() {
    client.post(uri, Map.of());
  }

  public Reading reading() {
    return client.get(uri, Reading.class);
  }

  @Override
  public void close() {
    program.close();
  }
}
