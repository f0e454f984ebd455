package com.cottonerp.settings.commodities;

/** The kind of values of a quality parameter. */
public enum ParameterType {
  /** A number; bounds may be open on either side. */
  NUMERIC,
  /** A number between two bounds. */
  RANGE,
  /** One of a list of words. */
  TEXT
}
