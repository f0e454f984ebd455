package com.cottonerp.defaults.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  @TempDir Path directory;

  private static MemorySize bytes(long bytes) {
    return new MemorySize(BigInteger.valueOf(bytes));
  }

  private Uploads uploads(Path where) {
    return new Uploads(where, 3, 2, bytes(100), bytes(60));
  }

  @Test
  void what_a_crash_left_is_deleted_at_the_next_start() throws IOException {
    Files.writeString(directory.resolve("half-a-file"), "half");
    Files.createDirectory(directory.resolve("not-an-upload"));

    uploads(directory).forgetThoseOfTheLastRun(new StartupEvent());

    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(directory.resolve("not-an-upload"));
    }
    uploads(directory.resolve("none")).forgetThoseOfTheLastRun(new StartupEvent());
  }

  @Test
  void they_are_bounded_in_number_and_in_bytes() {
    Uploads uploads = uploads(directory);

    assertThat(uploads.take("a", 10)).isTrue();
    assertThat(uploads.take("a", 10)).isTrue();
    assertThat(uploads.take("a", 10)).as("a third one of one client").isFalse();
    assertThat(uploads.take("b", 81)).as("more bytes than there is place for").isFalse();
    assertThat(uploads.take("b", 80)).isTrue();
    assertThat(uploads.take("c", 0)).as("a fourth one").isFalse();
    uploads.release("a", 10);
    assertThat(uploads.take("c", 10)).isTrue();
  }

  @Test
  void a_form_with_files_is_an_upload_whatever_the_case() {
    assertThat(Uploads.isUpload("Multipart/Form-Data; boundary=b")).isTrue();
    assertThat(Uploads.isUpload("application/json")).isFalse();
    assertThat(Uploads.isUpload(null)).isFalse();
  }
}
