package com.cottonerp.platform;

/** A Pub/Sub server that can be started, stopped and frozen. */
interface PubSubServer {
  /** Returns when it listens. */
  void start();

  void stop();

  boolean isAlive();

  /** The process id, or 0 when it is no process of this machine. */
  long pid();

  /** Connections stay open and nothing is answered. */
  void pause();

  void resume();
}
