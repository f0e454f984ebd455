package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.runner.ProgramProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path folder;

  private History history;

  @BeforeEach
  void write_a_history() throws IOException {
    history = new History(folder.resolve("history.jsonl"));
  }

  @AfterEach
  void close_the_history() throws IOException {
    history.close();
  }

  @Test
  void a_program_that_failed_to_start_is_started_again_and_is_no_violation() throws IOException {
    ProgramProcess program = ended(1);
    Supervisor supervisor = new Supervisor(List.of(program), history);
    long first = program.pid();

    supervisor.startAgainWhatFailedToStart();

    assertThat(program.pid()).isNotEqualTo(first);
    assertThat(supervisor.startsRepeated()).isEqualTo(1);
    await().until(() -> !program.isAlive());
    assertThat(supervisor.startWhatEnded()).isEmpty();
    assertThat(supervisor.startsRepeated()).isEqualTo(2);
  }

  @Test
  void a_program_that_ended_in_another_way_is_a_violation() throws IOException {
    ProgramProcess program = ended(3);
    Supervisor supervisor = new Supervisor(List.of(program), history);

    supervisor.startAgainWhatFailedToStart();

    assertThat(supervisor.startsRepeated()).isZero();
    assertThat(supervisor.startWhatEnded()).hasSize(1);
  }

  private ProgramProcess ended(int exitCode) throws IOException {
    ProgramProcess program = ProgramProcesses.thatEndsWith(exitCode, folder);
    program.start();
    await().until(() -> !program.isAlive());
    return program;
  }
}
