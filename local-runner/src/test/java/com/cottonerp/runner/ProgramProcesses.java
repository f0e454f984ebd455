package com.cottonerp.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Small programs in the place of packaged ones. */
public final class ProgramProcesses {
  private static final String EXIT_CODE = "EXIT_CODE";

  private ProgramProcesses() {}

  /** A program that ends at once, each time that it is started. */
  public static ProgramProcess thatEndsWith(int exitCode, Path folder) throws IOException {
    Program program = Program.named("risk-service");
    Path jar = folder.resolve("risk-service/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest()).close();
    }
    return new ProgramProcess(
        "risk-service",
        program,
        new ProgramPorts(1, 2),
        folder,
        folder.resolve("risk-service.log"),
        Map.of(EXIT_CODE, Integer.toString(exitCode)),
        List.of());
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Ends.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Ends.class.getProtectionDomain().getCodeSource().getLocation().toString());
    return manifest;
  }

  /** The main class of such a program. */
  public static final class Ends {
    private Ends() {}

    public static void main(String[] arguments) {
      System.exit(Integer.parseInt(System.getenv(EXIT_CODE)));
    }
  }
}
