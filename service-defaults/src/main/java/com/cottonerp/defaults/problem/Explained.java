package com.cottonerp.defaults.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the page of a problem type says to who gets the problem. Every {@link Refusal} has it; a
 * refusal of many types has it at the constants of the enum that tells the types.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Explained {
  /** What it means, in a sentence or two. */
  String means();

  /** What to do. */
  String remedy();
}
