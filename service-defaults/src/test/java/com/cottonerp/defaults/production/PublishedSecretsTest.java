package com.cottonerp.defaults.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret that is written into the repository for development is one that production refuses. */
class PublishedSecretsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "docker-compose.yml;(?:PASSWORD|HASH_KEY): (\\S+);6",
        "deploy/kubernetes/overlays/local/kustomization.yaml;literals: \\[(?:password|key)=([^]]+)];7",
        "local-runner/src/main/java/com/cottonerp/runner/ProgramEnvironment.java;_(?:PASSWORD|KEY)\", \"([^\"]+)\";2",
        "partners-service/src/test/java/com/cottonerp/partners/testkit/RunningPostgres.java;HASH_KEY\", \"([^\"]+)\";1",
        "local-platform/src/main/java/com/cottonerp/platform/LocalPostgres.java;\"([a-z_]+_app|outbox_relay)\";5"
      })
  void every_secret_of_development_is_known(String file, Pattern secret, int atLeast)
      throws IOException {
    List<String> secrets =
        secret
            .matcher(Files.readString(ROOT.resolve(file)))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(secrets).hasSizeGreaterThanOrEqualTo(atLeast).allMatch(PublishedSecrets::contain);
  }
}
