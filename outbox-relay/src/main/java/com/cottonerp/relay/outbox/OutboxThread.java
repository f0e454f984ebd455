package com.cottonerp.relay.outbox;

import com.cottonerp.relay.RelayConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * A thread with its own connection to one outbox, for work beside the loop. The work cannot delay
 * the loop or end the loop's session. After a failed turn the thread pauses and opens a new
 * connection.
 */
public final class OutboxThread implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OutboxThread.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  /** One turn of the work; returns the wait until the next turn. */
  public interface Work {
    Duration turn(Connection connection) throws SQLException, InterruptedException;
  }

  private final RelayConfig.Source source;
  private final String application;
  private final Duration timeout;
  private final Work work;
  private final Runnable failed;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  private volatile boolean closed;
  private boolean failing;

  /**
   * @param timeout the timeout of a statement
   * @param failed receives each failure of a turn
   */
  public OutboxThread(
      RelayConfig.Source source, String application, Duration timeout, Work work, Runnable failed) {
    this.source = source;
    this.application = application;
    this.timeout = timeout;
    this.work = work;
    this.failed = failed;
    this.thread = new Thread(this::run, application + " " + source.schema());
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      try (Connection connection = OutboxSession.connectPrepared(source, application, timeout)) {
        while (!closed) {
          pause(work.turn(connection));
          failing = false;
        }
      } catch (SQLException | RuntimeException failure) {
        report(failure);
        pauseAfterFailure();
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void report(Exception failure) {
    failed.run();
    if (!failing && !closed) {
      failing = true;
      LOG.warnf(
          "%s: %s. To do: nothing if it does not last; else look at the database",
          thread.getName(), failure.getMessage());
    }
  }

  private void pauseAfterFailure() {
    try {
      pause(PAUSE_AFTER_FAILURE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    long left = pause.toNanos();
    lock.lock();
    try {
      while (left > 0 && !closed) {
        left = ended.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the current turn; does not wait. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean isClosed() {
    return closed;
  }

  /** Waits for the end of the current turn. */
  public void join(Duration patience) throws InterruptedException {
    thread.join(patience.toMillis());
  }
}
