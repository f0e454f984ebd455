package com.cottonerp.pubsub.journal;

import com.google.protobuf.MessageLite;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every answered change, on disk: a base (the state at one moment) and the tails that follow the
 * base.
 *
 * <p>INVARIANT: the state is {@code base-N}, then {@code tail-N}, {@code tail-N+1} and so on. A
 * compaction first opens the next tail, then writes the base before that tail under another name,
 * and renames the base when the base is complete. So one complete chain exists whenever the process
 * ends.
 *
 * <p>Guarantee: a record that {@link #append} has returned from is read again after the process has
 * ended by any signal. Not thread-safe, except that the executor writes a base.
 */
public final class Journal implements Closeable {
  private final Path folder;
  private final Executor background;
  private final long smallestTail;

  private FileChannel lock;
  private RecordFile tail;
  private long number;
  private volatile long baseBytes;
  private volatile boolean compacting;

  private Journal(Path folder, Executor background, long smallestTail) {
    this.folder = folder;
    this.background = background;
    this.smallestTail = smallestTail;
  }

  /**
   * Opens and reads the journal of a folder; makes the folder when it is missing. Cuts off a record
   * whose writing the end of the process interrupted.
   *
   * @param background writes the bases
   * @param smallestTail bytes; a shorter tail is not worth a compaction
   * @throws UncheckedIOException also when a file is damaged before its last record
   */
  public static Journal open(
      Path folder, Executor background, long smallestTail, Consumer<Record> reader) {
    Journal journal = new Journal(folder, background, smallestTail);
    try {
      Files.createDirectories(folder);
      journal.lock();
      journal.read(reader);
      return journal;
    } catch (IOException failure) {
      throw new UncheckedIOException("The messages could not be read", failure);
    }
  }

  /** WHY: a leftover server would write into the same files. */
  private void lock() throws IOException {
    lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException("Another server works with " + folder);
    }
  }

  private void read(Consumer<Record> reader) throws IOException {
    NavigableMap<Long, Path> bases = files("base");
    NavigableMap<Long, Path> tails = files("tail");
    long first = bases.isEmpty() ? 0 : bases.lastKey();
    if (!bases.isEmpty()) {
      Path base = bases.lastEntry().getValue();
      baseBytes = Files.size(base);
      if (RecordFile.read(base, reader) != baseBytes) {
        throw new IOException(base + " is damaged at its end");
      }
    }
    number = first;
    for (var entry : tails.tailMap(first, true).entrySet()) {
      long whole = RecordFile.read(entry.getValue(), reader);
      cut(entry.getValue(), whole);
      number = entry.getKey();
    }
    deleteBefore(first);
    tail = RecordFile.append(tail(number));
  }

  private static void cut(Path file, long bytes) throws IOException {
    if (Files.size(file) > bytes) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(bytes);
      }
    }
  }

  /**
   * Returns when the record is in the file.
   *
   * @throws UncheckedIOException when writing failed, for example on a full disk; the file is then
   *     unchanged, and the caller must refuse the request
   */
  public void append(RecordType type, MessageLite content) {
    try {
      tail.write(type, content);
    } catch (IOException failure) {
      throw new UncheckedIOException("The change could not be written", failure);
    }
  }

  /** Whether the tail is much longer than the state that the tail changes. */
  public boolean isDueForCompaction() {
    return !compacting && tail.bytes() > Math.max(smallestTail, 2 * baseBytes);
  }

  /**
   * Begins a new tail, and writes the base before that tail in the background.
   *
   * @param state the state of this moment; read on another thread
   */
  public void compact(Stream<Record> state) {
    try {
      RecordFile next = RecordFile.append(tail(number + 1));
      tail.close();
      tail = next;
      number++;
      compacting = true;
      long written = number;
      background.execute(() -> writeBase(written, state));
    } catch (IOException failure) {
      throw new UncheckedIOException("A new file could not be begun", failure);
    }
  }

  private void writeBase(long written, Stream<Record> state) {
    Path unfinished = folder.resolve("base.tmp");
    try {
      Files.deleteIfExists(unfinished);
      try (RecordFile file = RecordFile.append(unfinished)) {
        for (Record record : (Iterable<Record>) state::iterator) {
          file.write(record.type(), record.content());
        }
        baseBytes = file.bytes();
      }
      Files.move(unfinished, folder.resolve("base-" + written), StandardCopyOption.ATOMIC_MOVE);
      deleteBefore(written);
    } catch (IOException failure) {
      System.err.println("The messages were not compacted; nothing is lost: " + failure);
    } finally {
      compacting = false;
    }
  }

  private void deleteBefore(long first) throws IOException {
    for (String kind : List.of("base", "tail")) {
      for (Path file : files(kind).headMap(first).values()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private NavigableMap<Long, Path> files(String kind) throws IOException {
    NavigableMap<Long, Path> found = new TreeMap<>();
    try (var files = Files.newDirectoryStream(folder, kind + "-*")) {
      files.forEach(
          file ->
              found.put(
                  Long.valueOf(file.getFileName().toString().substring(kind.length() + 1)), file));
    }
    return found;
  }

  private Path tail(long of) {
    return folder.resolve("tail-" + of);
  }

  @Override
  public void close() {
    try {
      tail.close();
      lock.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
