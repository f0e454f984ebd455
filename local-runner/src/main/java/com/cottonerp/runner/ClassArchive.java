package com.cottonerp.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a packaged program as a JVM has read and verified them, in a file beside the
 * program (class data sharing). A start with the file takes half of the time and of the CPU time,
 * which pays where programs are started again and again.
 *
 * <p>A file is good for one build and one JDK; JDKs after 17 do without. Thread-safe.
 */
public final class ClassArchive {
  /** What a program is started with from which an archive is to be made; the start is slower. */
  static final String RECORD = "-XX:+RecordDynamicDumpInfo";

  // WHY: a JVM of JDK 25 from which an archive was made crashes when it links its next lambda
  // (SIGSEGV in LambdaProxyClassDictionary::find_lambda_proxy_class). No other JDK was tried.
  private static final int JDK_THAT_LIVES_ON = 17;

  private static final long PATIENCE_SECONDS = 120;

  private final Path jar;
  private final Path file;

  /**
   * @param jar the packaged program, {@code target/quarkus-app/quarkus-run.jar}
   */
  ClassArchive(Path jar) {
    this.jar = jar;
    this.file =
        jar.getParent().resolveSibling("classes-" + System.getProperty("java.vm.version") + ".jsa");
  }

  /** What a packaged program is started with to use its archive; empty when there is none. */
  public static Optional<String> optionFor(Path jar) {
    ClassArchive archive = new ClassArchive(jar);
    return archive.isMade()
        ? Optional.of("-XX:SharedArchiveFile=" + archive.file)
        : Optional.empty();
  }

  /** Whether a program of this JDK goes on when an archive is made from it. */
  static boolean canBeMade() {
    return Runtime.version().feature() == JDK_THAT_LIVES_ON;
  }

  /** Whether there is an archive of this build for this JDK. */
  boolean isMade() {
    try {
      return Files.exists(file)
          && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
    } catch (IOException removedMeanwhile) {
      return false;
    }
  }

  /**
   * Makes the archive from a running program that was started with {@link #RECORD}. The program
   * stands still meanwhile, for some seconds.
   */
  void makeFrom(long pid) throws IOException, InterruptedException {
    // Another system may make it at the same time.
    Path made = file.resolveSibling(file.getFileName() + "." + pid);
    Files.deleteIfExists(made);
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "VM.cds",
                "dynamic_dump",
                made.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      jcmd.destroyForcibly();
    } else if (Files.exists(made)) {
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
