package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.problem.Problem.FieldError;
import com.cottonerp.defaults.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads rates from the lines of a CSV file under the names of the columns, in any order. Pure: says
 * what each line holds, or what is wrong with it.
 */
final class ExchangeRateLines {
  static final int MOST = 500;
  static final List<String> COLUMNS = List.of("base", "quote", "rate", "validFrom", "source");

  private static final ObjectReader CELLS = new CsvMapper().readerFor(String[].class);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<Integer, ExchangeRateBody> rates = new TreeMap<>();
  private final List<FieldError> faults = new ArrayList<>();

  private ExchangeRateLines() {}

  static ExchangeRateLines of(String csv) {
    ExchangeRateLines read = new ExchangeRateLines();
    List<String> lines = csv.replace(BYTE_ORDER_MARK, "").lines().toList();
    List<String> names = lines.isEmpty() ? List.of() : read.cells(1, lines.get(0));
    if (!read.faults.isEmpty()) {
      return read;
    }
    if (names.size() != COLUMNS.size() || !names.containsAll(COLUMNS)) {
      read.wrong(1, "has the names of the columns: " + String.join(",", COLUMNS));
      return read;
    }
    if (lines.size() - 1 > MOST) {
      read.wrong(MOST + 2, "is one too many: a file has %d rates at most".formatted(MOST));
      return read;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.line(i + 1, names, lines.get(i));
      }
    }
    return read;
  }

  /** By the number of the line, which begins with 1 at the names of the columns. */
  Map<Integer, ExchangeRateBody> rates() {
    return rates;
  }

  List<FieldError> faults() {
    return faults;
  }

  static FieldError fault(int line, String detail) {
    return new FieldError("/lines/" + line, detail);
  }

  private void wrong(int line, String detail) {
    faults.add(fault(line, detail));
  }

  private void line(int number, List<String> names, String line) {
    int before = faults.size();
    List<String> cells = cells(number, line);
    if (faults.size() > before) {
      return;
    }
    if (cells.size() != names.size()) {
      wrong(number, "has %d cells, not %d".formatted(cells.size(), names.size()));
      return;
    }
    BigDecimal rate = decimal(number, cells.get(names.indexOf("rate")));
    LocalDate validFrom = day(number, cells.get(names.indexOf("validFrom")));
    if (rate != null && validFrom != null) {
      rates.put(
          number,
          new ExchangeRateBody(
              cells.get(names.indexOf("base")),
              cells.get(names.indexOf("quote")),
              rate,
              validFrom,
              cells.get(names.indexOf("source"))));
    }
  }

  private List<String> cells(int number, String line) {
    if (!Texts.isStorable(line)) {
      wrong(number, Texts.NOT_STORABLE);
      return List.of();
    }
    try {
      String[] cells = CELLS.readValue(line);
      return Arrays.stream(cells).map(String::strip).toList();
    } catch (JsonProcessingException | RuntimeException broken) {
      wrong(number, "is no line of a CSV file");
      return List.of();
    }
  }

  // WHY by a pattern: an exponent may stand for a billion digits.
  private BigDecimal decimal(int number, String text) {
    if (text.matches("\\d{1,10}(\\.\\d{1,8})?")) {
      return new BigDecimal(text);
    }
    wrong(number, "rate is a decimal with up to 8 decimals, such as 88.6344");
    return null;
  }

  private LocalDate day(int number, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException broken) {
      wrong(number, "validFrom is a day such as 2026-11-25");
      return null;
    }
  }
}
