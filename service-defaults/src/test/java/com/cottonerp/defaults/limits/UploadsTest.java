package com.cottonerp.defaults.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  @TempDir Path directory;

  private static MemorySize bytes(long bytes) {
    return new MemorySize(BigInteger.valueOf(bytes));
  }

  private Uploads uploads(Path where) {
    return new Uploads(null, where, 3, 2, bytes(100), Duration.ofSeconds(75), bytes(60));
  }

  @Test
  void what_nobody_needs_any_more_is_deleted_and_nothing_else() throws IOException {
    Path old = Files.writeString(directory.resolve("half-a-file"), "half");
    Path young = Files.writeString(directory.resolve("on-its-way"), "more is coming");
    Path folder = Files.createDirectory(directory.resolve("not-an-upload"));
    Instant now = Instant.now();
    Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(60)));
    Files.setLastModifiedTime(young, FileTime.from(now));

    uploads(directory).forgetThoseBefore(now.minusSeconds(30));

    assertThat(left()).containsExactlyInAnyOrder(young, folder);
    uploads(directory).forgetThoseBefore(Instant.MAX);
    assertThat(left()).containsExactly(folder);
    uploads(directory.resolve("none")).forgetThoseBefore(Instant.MAX);
  }

  private List<Path> left() throws IOException {
    try (var left = Files.list(directory)) {
      return left.toList();
    }
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
  void one_client_does_not_take_the_place_of_all() {
    Uploads uploads = uploads(directory);

    assertThat(uploads.take("a", 20)).isTrue();
    assertThat(uploads.take("a", 6)).as("more than a quarter of all bytes").isFalse();
    assertThat(uploads.take("a", 5)).isTrue();
    assertThat(uploads.take("b", 70)).as("one file may be large").isTrue();
  }

  @Test
  void a_form_with_files_is_an_upload_whatever_the_case() {
    assertThat(Uploads.isUpload("Multipart/Form-Data; boundary=b")).isTrue();
    assertThat(Uploads.isUpload("application/json")).isFalse();
    assertThat(Uploads.isUpload(null)).isFalse();
  }
}
