package io.github.kisconnect.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;

/**
 * Runs files of Flink SQL in this JVM, one statement after the other, and prints the rows of the
 * queries. Needs nothing but Flink, so that {@code java} runs it from its source.
 */
public final class SqlJob {

  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
  private static final Pattern END_OF_STATEMENT = Pattern.compile("(?m);\\s*$");

  private SqlJob() {}

  /**
   * Arguments are files, read in this order, and {@code name=value} for each <code>${name}</code>
   * in them.
   */
  public static void main(String[] arguments) throws IOException {
    TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    flink.getConfig().set("table.exec.resource.default-parallelism", "1");
    for (String statement : statements(List.of(arguments))) {
      TableResult result = flink.executeSql(statement);
      if (result.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT) {
        result.print();
      }
    }
  }

  private static List<String> statements(List<String> arguments) throws IOException {
    List<String> statements = new ArrayList<>();
    for (String file : arguments.stream().filter(argument -> !argument.contains("=")).toList()) {
      String script = COMMENT.matcher(Files.readString(Path.of(file))).replaceAll("");
      for (String argument : arguments) {
        int equals = argument.indexOf('=');
        if (equals > 0) {
          String variable = "${" + argument.substring(0, equals) + "}";
          script = script.replace(variable, argument.substring(equals + 1));
        }
      }
      END_OF_STATEMENT
          .splitAsStream(script)
          .filter(statement -> !statement.isBlank())
          .forEach(statements::add);
    }
    return statements;
  }
}
