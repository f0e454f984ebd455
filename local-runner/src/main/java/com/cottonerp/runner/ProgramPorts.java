package com.cottonerp.runner;

import com.cottonerp.platform.FreePort;

/** The ports of one copy of a program: HTTP for users, management for operators. */
record ProgramPorts(int http, int management) {
  static ProgramPorts free() {
    return new ProgramPorts(FreePort.next(), FreePort.next());
  }
}
