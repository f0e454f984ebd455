package com.cottonerp.partners.documents.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;

/** What every process does that reads the file of somebody else. */
final class ChildProcess {
  private ChildProcess() {}

  /** When the memory of a container is used up, the kernel ends this process, not its parent. */
  static void giveWay() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException notThisSystem) {
      // Others have no such file.
    }
  }

  /** The parent ends the process in time; if the parent itself was killed, nobody else does. */
  static void endAfter(long millis) {
    TimerTask end =
        new TimerTask() {
          @Override
          public void run() {
            Runtime.getRuntime().halt(Outcome.UNREADABLE.exitCode());
          }
        };
    new Timer("deadline", true).schedule(end, millis);
  }
}
