package com.cottonerp.runner;

import com.cottonerp.platform.FreePort;

/** Where one copy of a program listens: for who uses it, and for who operates it. */
record ProgramPorts(int http, int management) {
  static ProgramPorts free() {
    return new ProgramPorts(FreePort.next(), FreePort.next());
  }
}
