package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets requests pass, except at a quiet point. Thread-safe. */
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
   * Lets no new request begin, and returns when every request has its answer.
   *
   * @return false when a request has no answer in time; the gate is then open
   */
  boolean close(Duration patience) throws InterruptedException {
    return lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Call only from the thread that closed the gate. */
  void open() {
    lock.writeLock().unlock();
  }
}
