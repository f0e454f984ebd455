package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.ModelOutbox;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.publishing.ModelBroker;
import com.cottonerp.relay.publishing.PublishQueue;
import com.cottonerp.simulation.RelayDatabase;
import com.cottonerp.simulation.RelayVariant;
import com.cottonerp.simulation.Weather;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The real loop and queue of one replica, in virtual time, in the role of RelaySource. */
public final class ModelReplica {
  /** WHY an empty composite registry: the simulation needs no metrics. */
  private static final RelayMetrics METRICS =
      new RelayMetrics(new CompositeMeterRegistry(), "partners");

  private final String name;
  private final PublishQueue queue;
  private final RelayLoop loop;
  private final Supplier<OutboxSession> connect;
  private OutboxSession session;
  private boolean leaving;

  public ModelReplica(
      String name,
      RelayConfig config,
      RelayDatabase database,
      Weather weather,
      RelayVariant variant,
      ModelBroker.Wire wire,
      RandomGenerator random) {
    this.name = name;
    LongSupplier clock = () -> weather.nowAt(name);
    this.queue = ModelBroker.queue(config, METRICS, wire, clock, random);
    this.loop = new RelayLoop("partners", config, METRICS, queue, clock);
    this.connect = () -> ModelOutbox.session(database, weather, variant, name, config);
  }

  public String name() {
    return name;
  }

  /** Runs one turn of the loop; a failing database ends the session. */
  public void turn() {
    queue.wakeUp(); // WHY: the loop must not wait in the time of the machine.
    try {
      if (session == null) {
        session = connect.get();
      }
      loop.turn(session);
    } catch (SQLException lost) {
      session = null;
      loop.forgetLanes();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Runs a turn without a database. */
  public void idle() {
    queue.wakeUp();
    try {
      loop.idle(Duration.ZERO);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public void leave() {
    leaving = true;
    loop.leave();
  }

  /** Gives up at the stop timeout: releases all lanes, also lanes with requests in flight. */
  public void giveUp() {
    try {
      if (session != null) {
        loop.releaseAll(session);
      }
    } catch (SQLException lost) {
      session = null;
    }
  }

  public boolean isLeaving() {
    return leaving;
  }

  public boolean hasLeft() {
    return loop.hasLeft();
  }
}
