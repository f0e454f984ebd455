package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Who asks for something passes; at a quiet point nobody does. Thread-safe. */
final class Gate {
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  <T> T pass(Supplier<T> request) {
    lock.readLock().lock();
    try {
      return request.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Returns when every request has its answer, and lets none begin.
   *
   * @return false when one has none after so long; then the gate is open
   */
  boolean close(Duration patience) throws InterruptedException {
    return lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only by the thread that closed it. */
  void open() {
    lock.writeLock().unlock();
  }
}
