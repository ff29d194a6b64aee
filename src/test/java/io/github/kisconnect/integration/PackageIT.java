package io.github.kisconnect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisconnect.quickstart.stack.BuildOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the zip that the build ships. */
class PackageIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWN_JAR = "kafka-connect-kis";
  private static final Pattern JAR = Pattern.compile("lib/(.+?)-(\\d[^/]*)\\.jar");

  private final BuildOutput build = BuildOutput.fromSystemProperties();

  @Test
  void holdsWhatTheTestedDirectoryHolds() throws IOException {
    final Path directory = build.connectorPlugin().resolve(build.componentName());
    final Map<String, byte[]> files = files();
    try (Stream<Path> unpacked = Files.walk(directory)) {
      assertThat(unpacked.filter(Files::isRegularFile).map(directory::relativize))
          .as("files in the directory; mvn clean takes away what an earlier build has left")
          .extracting(Path::toString)
          .containsExactlyInAnyOrderElementsOf(files.keySet());
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertThat(directory.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void shipsTheConnectorAndItsLibrariesAndNothingThatTheWorkerBrings() throws IOException {
    assertThat(libraries().keySet())
        .containsExactlyInAnyOrder(
            OWN_JAR,
            "tyrus-standalone-client-jdk",
            "jackson-databind",
            "HdrHistogram",
            "jackson-core",
            "jackson-annotations");
  }

  @Test
  void hasAManifestOfTheVersionOfTheJar() throws IOException {
    final JsonNode manifest = JSON.readTree(files().get("manifest.json"));

    assertThat(manifest.path("version").asText()).isEqualTo(libraries().get(OWN_JAR));
    assertThat(build.componentName())
        .isEqualTo(
            String.join(
                "-",
                manifest.path("owner").path("username").asText(),
                manifest.path("name").asText(),
                manifest.path("version").asText()));
    assertThat(manifest.path("component_types")).extracting(JsonNode::asText).contains("source");
    assertThat(manifest.toString()).doesNotContain("${");
  }

  @Test
  void bringsDocumentsExamplesAndSchemas() throws IOException {
    assertThat(files())
        .containsKeys(
            "doc/README.md",
            "doc/CHANGELOG.md",
            "doc/LICENSE",
            "doc/THIRD-PARTY-NOTICES.md",
            "etc/kis-expected-trade.json",
            "etc/kis-expected-trade-standalone.properties",
            "etc/connect-distributed.properties",
            "etc/avro/ExpectedTrade.avsc");
  }

  @Test
  void hasNoticeAndLicenceTextOfEveryLibrary() throws IOException {
    final Map<String, byte[]> files = files();
    final String notices =
        new String(files.get("doc/THIRD-PARTY-NOTICES.md"), StandardCharsets.UTF_8);

    for (String library : foreignLibraries().keySet()) {
      assertThat(notices).as("notices").contains("| `" + library + "`");
      assertThat(files.keySet())
          .as("licence text of %s", library)
          .anyMatch(name -> name.matches("doc/licenses/" + library + "/META-INF/LICENSE.*"));
    }
  }

  @Test
  void listsEveryLibraryInItsBillOfMaterials() throws IOException {
    final String name = build.componentName() + ".cdx.json";
    final Path beside = build.componentZip().resolveSibling(name);
    assumeThat(beside).as("SBOM, which Maven makes only when it is online").exists();
    final byte[] inside = files().get("doc/" + name);

    assertThat(inside).isEqualTo(Files.readAllBytes(beside));
    final JsonNode sbom = JSON.readTree(inside);
    assertThat(sbom.path("metadata").path("component").path("version").asText())
        .isEqualTo(libraries().get(OWN_JAR));
    assertThat(sbom.path("components"))
        .extracting(each -> each.path("name").asText() + " " + each.path("version").asText())
        .containsExactlyInAnyOrderElementsOf(
            foreignLibraries().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
    assertThat(sbom.path("components"))
        .allSatisfy(each -> assertThat(each.path("licenses")).isNotEmpty());
    assertThat(sbom.path("metadata").has("timestamp") || sbom.has("serialNumber")).isFalse();
  }

  /** Versions by name. */
  private Map<String, String> libraries() throws IOException {
    final Map<String, String> libraries = new TreeMap<>();
    for (String name : files().keySet()) {
      final var jar = JAR.matcher(name);
      if (jar.matches()) {
        libraries.put(jar.group(1), jar.group(2));
      } else {
        assertThat(name).doesNotStartWith("lib/");
      }
    }
    return libraries;
  }

  private Map<String, String> foreignLibraries() throws IOException {
    final Map<String, String> libraries = libraries();
    libraries.remove(OWN_JAR);
    return libraries;
  }

  /** Contents by path, below the one directory that all of the zip is in. */
  private Map<String, byte[]> files() throws IOException {
    final Map<String, byte[]> contents = new TreeMap<>();
    final String root = build.componentName() + "/";
    try (ZipFile zip = new ZipFile(build.componentZip().toFile())) {
      final List<? extends ZipEntry> entries = zip.stream().toList();
      assertThat(entries).allMatch(entry -> entry.getName().startsWith(root));
      for (ZipEntry entry : entries) {
        if (!entry.isDirectory()) {
          try (InputStream content = zip.getInputStream(entry)) {
            contents.put(entry.getName().substring(root.length()), content.readAllBytes());
          }
        }
      }
    }
    return contents;
  }
}
