package io.github.kisconnect.quickstart.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Starts programs beside the servers of a stack, each in a JVM of its own, with their logs among
 * those of the stack.
 */
public final class Programs {

  private final BuildOutput build;
  private final WorkFiles files;
  private final HttpClient client = HttpClient.newHttpClient();

  Programs(BuildOutput build, WorkFiles files) {
    this.build = build;
    this.files = files;
  }

  /**
   * Starts a main class of this JVM's class path and waits until it answers.
   *
   * @param name what it is, to begin a sentence
   * @param health what answers a GET with 200 as soon as the program is ready
   */
  public LocalProgram start(
      String name, List<String> jvmOptions, Class<?> main, List<String> arguments, URI health) {
    List<String> options = new ArrayList<>(files.smallJvm());
    options.addAll(jvmOptions);
    options.add("-cp");
    options.add(System.getProperty("java.class.path"));
    List<String> program = new ArrayList<>(List.of(main.getName()));
    program.addAll(arguments);
    LocalProgram started =
        new LocalProgram(
            name,
            log(name),
            new JavaCommand(BuildOutput.ownJava(), build.projectDirectory(), options, program),
            health.toString(),
            () -> Probes.isOk(client, health));
    started.start();
    return started;
  }

  /**
   * Runs one of Kafka's command line tools to its end.
   *
   * @return what it has printed
   * @throws LocalStackException if it fails or does not end in time
   */
  public String kafkaTool(String name, String main, List<String> arguments, Duration deadline) {
    List<String> program = new ArrayList<>(List.of(main));
    program.addAll(arguments);
    Path log = log(name);
    try {
      Files.deleteIfExists(log);
      ChildProcess.start(name, build.kafka(files.smallJvm(), program.toArray(String[]::new)), log)
          .awaitSuccess(deadline);
      return Files.readString(log);
    } catch (IOException e) {
      throw new LocalStackException("The file " + log + " cannot be read.", e);
    }
  }

  private Path log(String name) {
    return files.log(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
  }
}
