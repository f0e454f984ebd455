package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Time;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The event loop of the connections, as the loop of the broker. */
record LoopTime(EventLoop loop) implements Time {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void soon(Runnable work) {
    loop.execute(work);
  }

  @Override
  public Runnable after(long nanos, Runnable work) {
    ScheduledFuture<?> timer = loop.schedule(work, nanos, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }
}
