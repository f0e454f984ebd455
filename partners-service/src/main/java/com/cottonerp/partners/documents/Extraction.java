package com.cottonerp.partners.documents;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What was read from a document.
 *
 * @param confidence 0 to 1: the share of the expected fields that were found
 */
public record Extraction(Map<String, String> fields, BigDecimal confidence, String error) {
  static Extraction failed(String error) {
    return new Extraction(Map.of(), BigDecimal.ZERO, error);
  }
}
