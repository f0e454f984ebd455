package com.cottonerp.eventing.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a package logs as a warning or an error until it is closed. For tests; thread-safe. */
public final class LogLines implements AutoCloseable {
  private static final PatternFormatter TEXT = new PatternFormatter("%s");

  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler = new Recorder();

  private LogLines(String packageName) {
    logger = Logger.getLogger(packageName);
    logger.addHandler(handler);
  }

  public static LogLines of(String packageName) {
    return new LogLines(packageName);
  }

  /** The messages, without stack traces. */
  public List<String> messages() {
    return records.stream().map(TEXT::format).toList();
  }

  public long stackTraces() {
    return records.stream().filter(line -> line.getThrown() != null).count();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
        records.add(line);
      }
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
