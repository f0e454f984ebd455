package com.cottonerp.settings.commodities;

/** What values a quality parameter takes. */
public enum ParameterType {
  /** A number; bounds may be open on either side. */
  NUMERIC,
  /** A number between two bounds. */
  RANGE,
  /** One of a list of words. */
  TEXT
}
