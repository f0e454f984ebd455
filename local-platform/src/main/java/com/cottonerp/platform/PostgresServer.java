package com.cottonerp.platform;

/** A PostgreSQL server that runs; its superuser is {@code postgres}, with that as password. */
interface PostgresServer {
  int port();

  void stop();
}
