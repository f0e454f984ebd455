package com.cottonerp.defaults.foureyes;

/** What somebody did for a thing on which somebody else decides. */
public enum Part {
  MADE("made"),
  CHANGED("changed"),
  UPLOADED("uploaded a document of"),
  VERIFIED("verified a document of");

  private final String verb;

  Part(String verb) {
    this.verb = verb;
  }

  /** To stand between "you" and the thing. */
  @Override
  public String toString() {
    return verb;
  }
}
