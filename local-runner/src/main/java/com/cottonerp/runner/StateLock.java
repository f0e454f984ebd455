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
 * The lock on a state folder. A process holds the lock from before its first child starts until the
 * last child has ended. The operating system releases the lock when the process dies in any way.
 */
final class StateLock implements AutoCloseable {
  private static final String NAME = "lock";

  private final FileChannel file;

  private StateLock(FileChannel file) {
    this.file = file;
  }

  /** Empty when another process holds the lock. */
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
      // The locked byte lies beyond the contents, so that readers can read the file.
      return file.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  /**
   * The process that holds the lock; empty when no process does; 0 while a process is taking the
   * lock.
   */
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
