package com.cottonerp.defaults.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/**
 * Writes every cell so that a spreadsheet shows it and runs nothing: what begins like a formula
 * stands behind an apostrophe. Also in columns whose values look harmless today.
 */
final class HarmlessCell extends StdScalarSerializer<String> {
  private static final long serialVersionUID = 1;

  /** The last four are the wide forms, which spreadsheets of East Asia take for the same. */
  private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  HarmlessCell() {
    super(String.class);
  }

  @Override
  public void serialize(String text, JsonGenerator cell, SerializerProvider context)
      throws IOException {
    cell.writeString(harmless(text));
  }

  static String harmless(String text) {
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
