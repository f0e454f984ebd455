package com.cottonerp.partners.documents.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.jboss.logging.Logger;

/**
 * Reads the text of a PDF ({@link PdfText}), and draws the first page of a PDF or picture ({@link
 * Thumbnail}), each in a process of its own, which knows none of the program's secrets. Blocks; an
 * interrupt ends the process. Thread-safe.
 */
public final class PdfReader {
  private static final int MAX_BYTES_OF_TEXT = 4 * PdfText.MAX_CHARACTERS;
  private static final int MAX_BYTES_OF_THUMBNAIL = 4 * Thumbnail.PIXELS * Thumbnail.PIXELS;

  // A small process that starts soon and takes one processor: it lives for one document.
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx64m",
          "-Xss512k",
          "-XX:MaxDirectMemorySize=8m",
          "-XX:MaxMetaspaceSize=48m",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:+UseSerialGC",
          "-XX:ActiveProcessorCount=1",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "-Djava.awt.headless=true",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

  // Where this program has its own classes from, packaged or in development: no more than needed.
  private static final String CLASS_PATH =
      Stream.of(
              PdfText.class,
              Loader.class,
              RandomAccessRead.class,
              FontBoxFont.class,
              LogFactory.class,
              Logger.class)
          .map(PdfReader::home)
          .distinct()
          .collect(Collectors.joining(java.io.File.pathSeparator));

  private final Duration limit;

  /**
   * @param limit after which the process ends by itself, without an interrupt
   */
  public PdfReader(Duration limit) {
    this.limit = limit;
  }

  /**
   * The text of the first pages.
   *
   * @throws IOException why there is none, in words for a person; whatever the file did
   */
  public String textOf(byte[] pdf) throws IOException, InterruptedException {
    return new String(outputOf(PdfText.class, pdf, MAX_BYTES_OF_TEXT), StandardCharsets.UTF_8);
  }

  /**
   * The first page of a PDF or a picture, as a PNG of {@value Thumbnail#PIXELS} pixels at most.
   *
   * @throws IOException why there is none, in words for a person; whatever the file did
   */
  public byte[] thumbnailOf(byte[] file) throws IOException, InterruptedException {
    return outputOf(Thumbnail.class, file, MAX_BYTES_OF_THUMBNAIL);
  }

  private byte[] outputOf(Class<?> child, byte[] content, int most)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("document-", ".in");
    Path out = Files.createTempFile("document-", ".out");
    try {
      Files.write(in, content);
      Outcome outcome = run(child, in, out);
      if (outcome != Outcome.READ) {
        throw new IOException(outcome.reason());
      }
      return firstOf(out, most);
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
    }
  }

  private Outcome run(Class<?> child, Path in, Path out) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(child))
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    Process process = builder.start();
    try {
      return Outcome.of(process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Class<?> child) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", CLASS_PATH, child.getName(), Long.toString(limit.toMillis())));
    return command;
  }

  private static byte[] firstOf(Path file, int most) throws IOException {
    try (InputStream output = Files.newInputStream(file)) {
      return output.readNBytes(most);
    }
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
