package com.cottonerp.platform;

/** A running PostgreSQL server. The superuser and its password are {@code postgres}. */
interface PostgresServer {
  int port();

  void stop();
}
