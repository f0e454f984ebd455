package com.cottonerp.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.XZInputStream;

/** The embedded PostgreSQL binaries exist for every supported machine. */
class PostgresBinariesTest {
  private static final int MACHINE_OF_ELF = 18;
  private static final int UNIVERSAL = 0xCAFEBABE;

  @ParameterizedTest
  @CsvSource({"linux-x86_64, 62", "linux-arm_64, 183"})
  void linux_has_a_server_for_its_processor(String machine, int expected) throws IOException {
    ByteBuffer head = headOfServer(machine);

    assertThat(head.get(MACHINE_OF_ELF) & 0xFF).isEqualTo(expected);
  }

  // The library falls back to the x64 binary on ARM, so the x64 binary must support both.
  @Test
  void macos_has_a_server_for_both_processors() throws IOException {
    ByteBuffer head = headOfServer("darwin-x86_64");

    assertThat(head.getInt(0)).isEqualTo(UNIVERSAL);
    assertThat(head.getInt(4)).isEqualTo(2);
  }

  private static ByteBuffer headOfServer(String machine) throws IOException {
    String archive = "/postgres-" + machine + ".txz";
    try (InputStream file = PostgresBinariesTest.class.getResourceAsStream(archive)) {
      assertThat(file).as(archive).isNotNull();
      TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith("bin/postgres")) {
          return ByteBuffer.wrap(tar.readNBytes(64));
        }
      }
    }
    throw new IllegalStateException("No server in " + archive);
  }
}
