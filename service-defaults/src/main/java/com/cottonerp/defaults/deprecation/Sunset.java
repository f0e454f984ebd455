package com.cottonerp.defaults.deprecation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At an operation of a resource, or at a resource for all of its operations: clients are to use
 * another one. Every answer then has {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594),
 * and the document says {@code deprecated}. The build fails when less than six months lie between
 * the days.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Sunset {
  /** The day since which clients know, such as {@code 2026-12-01}. */
  String announced();

  /** From the beginning of this day, in UTC, the operation may be gone. */
  String ends();

  /** The address of what to use instead, such as {@code /api/v2/partners}. */
  String instead();
}
