package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Who has it may run a system on a state folder, from before the first process starts until the
 * last one ended. The operating system takes it back from a process that dies, however it dies.
 */
final class StateLock implements AutoCloseable {
  private static final String NAME = "lock";

  private final FileChannel file;

  private StateLock(FileChannel file) {
    this.file = file;
  }

  /** Empty when another process has it. */
  static Optional<StateLock> tryTake(Path state) {
    try {
      Files.createDirectories(state);
      FileChannel file =
          FileChannel.open(
              state.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        return Optional.empty();
      }
      file.truncate(0);
      file.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
      return Optional.of(new StateLock(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileLock lock(FileChannel file) throws IOException {
    try {
      // Beyond the contents: a reader may look at them.
      return file.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  /** The process that has it; empty when nobody does, 0 for the moment in which it is taken. */
  static Optional<Long> holder(Path state) {
    Path path = state.resolve(NAME);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      if (lock(file) != null) {
        return Optional.empty();
      }
      String pid = Files.readString(path).strip();
      return Optional.of(pid.isEmpty() ? 0 : Long.parseLong(pid));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
