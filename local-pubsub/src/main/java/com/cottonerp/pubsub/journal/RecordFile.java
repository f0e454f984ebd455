package com.cottonerp.pubsub.journal;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * A file of records: length (4 bytes), checksum (4), type (1), content. Not thread-safe.
 *
 * <p>WHY no fsync: the file survives the end of the process by any signal, which is enough on a
 * developer's machine. A power failure may lose the last seconds.
 */
final class RecordFile implements Closeable {
  private static final int HEADER_BYTES = 9;
  private static final int KEPT_BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private byte[] buffer = new byte[1 << 16];
  private long bytes;

  private RecordFile(FileChannel channel, long bytes) {
    this.channel = channel;
    this.bytes = bytes;
  }

  /** Opens the file for appending; makes the file when it is missing. */
  static RecordFile append(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.position(channel.size());
    return new RecordFile(channel, channel.size());
  }

  /**
   * Reads a file to its end.
   *
   * @return the number of bytes in whole records; less than the file size when the last record is
   *     torn
   * @throws IOException also when a record before the last is damaged
   */
  static long read(Path file, Consumer<Record> reader) throws IOException {
    long size = Files.size(file);
    long position = 0;
    try (var input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (size - position >= HEADER_BYTES) {
        int length = input.readInt();
        int checksum = input.readInt();
        byte type = input.readByte();
        long end = position + HEADER_BYTES + length;
        if (length < 0 || end > size) {
          return position;
        }
        byte[] content = input.readNBytes(length);
        if (checksum(type, content, 0, length) != checksum) {
          if (end == size) {
            return position;
          }
          throw new IOException("%s is damaged at byte %d".formatted(file, position));
        }
        RecordType known = RecordType.of(type);
        reader.accept(new Record(known, known.parser().parseFrom(content)));
        position = end;
      }
    }
    return position;
  }

  /**
   * Returns when the whole record is in the file.
   *
   * @throws IOException when writing failed; the file is then as before
   */
  void write(RecordType type, MessageLite content) throws IOException {
    int length = content.getSerializedSize();
    int total = HEADER_BYTES + length;
    byte[] target = total <= buffer.length ? buffer : new byte[total];
    if (target != buffer && total <= KEPT_BUFFER_BYTES) {
      buffer = target;
    }
    CodedOutputStream output = CodedOutputStream.newInstance(target, HEADER_BYTES, length);
    content.writeTo(output);
    output.flush();
    ByteBuffer record = ByteBuffer.wrap(target, 0, total);
    byte code = (byte) type.ordinal();
    record.putInt(0, length).putInt(4, checksum(code, target, HEADER_BYTES, length)).put(8, code);
    writeFully(record, total);
  }

  private void writeFully(ByteBuffer record, int total) throws IOException {
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
      bytes += total;
    } catch (IOException failure) {
      channel.truncate(bytes);
      channel.position(bytes);
      throw failure;
    }
  }

  private static int checksum(byte type, byte[] bytes, int offset, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(type);
    checksum.update(bytes, offset, length);
    return (int) checksum.getValue();
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
