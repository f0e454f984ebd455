package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of the script on a machine that lacks a tool, before the script builds. */
class RunScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  @TempDir Path machine;

  @BeforeEach
  void aMachineWithTheToolsOfEverySystemOnly() throws IOException {
    Files.createDirectories(machine.resolve("bin"));
    Files.copy(ROOT.resolve("run"), machine.resolve("run"));
    for (String tool :
        List.of("bash", "dirname", "basename", "sed", "find", "head", "cat", "mkdir")) {
      Files.createSymbolicLink(machine.resolve("bin").resolve(tool), onPath(tool));
    }
    program("uname", "[ \"$1\" = -s ] && echo Linux || echo x86_64");
  }

  @Test
  void everything_that_is_missing_is_said_at_once() throws IOException, InterruptedException {
    Answer answer = run();

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output())
        .contains("no java on the PATH: install a JDK, 17 or newer")
        .contains("no mvn on the PATH: install Maven, 3.8 or newer")
        .doesNotContain("Building");
  }

  @Test
  void a_version_that_is_too_old_and_a_runtime_without_a_compiler_are_told()
      throws IOException, InterruptedException {
    program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    program("mvn", "echo 'Apache Maven 3.6.3'");

    assertThat(run().output())
        .contains("java is version 11: install a JDK, 17 or newer")
        .contains("java has no compiler (javac)")
        .contains("mvn is version 3.6: install Maven, 3.8 or newer");
  }

  @Test
  void another_system_or_processor_hears_what_it_needs() throws IOException, InterruptedException {
    program("uname", "[ \"$1\" = -s ] && echo MINGW64_NT-10.0 || echo riscv64");

    assertThat(run().output())
        .contains("Windows: run it in WSL 2")
        .contains("riscv64: there is a PostgreSQL for x64 and arm64 only");
  }

  @Test
  void a_machine_that_has_everything_begins_to_build() throws IOException, InterruptedException {
    program("java", "echo 'openjdk version \"21.0.4\" 2024-07-16' >&2");
    program("javac", "true");
    program("mvn", "[ \"$1\" = --version ] && echo 'Apache Maven 3.9.9' || exit 1");
    for (String tool : List.of("tee", "grep", "rm", "touch")) {
      Files.createSymbolicLink(machine.resolve("bin").resolve(tool), onPath(tool));
    }

    Answer answer = run();

    assertThat(answer.output()).contains("Building").contains("The build failed");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(machine.resolve(".local/build.lock")).doesNotExist();
  }

  private record Answer(int exitCode, String output) {}

  private Answer run() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(onPath("bash").toString(), machine.resolve("run").toString())
            .redirectErrorStream(true);
    script.environment().putAll(Map.of("PATH", machine.resolve("bin").toString()));
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), output);
  }

  private void program(String name, String body) throws IOException {
    Path file = machine.resolve("bin").resolve(name);
    Files.writeString(file, "#!" + onPath("bash") + "\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
