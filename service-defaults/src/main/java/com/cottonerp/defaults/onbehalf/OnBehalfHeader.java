package com.cottonerp.defaults.onbehalf;

/** The header by which an internal user says for which partner a request is made. */
public final class OnBehalfHeader {
  public static final String NAME = "On-Behalf-Of";

  private OnBehalfHeader() {}
}
