package com.cottonerp.platform;

/** A Pub/Sub server that can be started, stopped and frozen. */
interface PubSubServer {
  /** Returns when the server listens. */
  void start();

  void stop();

  boolean isAlive();

  /** The process id; 0 when the server is no process of this machine. */
  long pid();

  /** Freezes the server: connections stay open, but get no answers. */
  void pause();

  void resume();
}
