package com.cottonerp.pubsub.broker;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a filter in one pass, by recursive descent.
 *
 * <p>WHY mixing AND and OR without parentheses is refused: the service refuses such a filter.
 */
final class FilterParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(!=|[=:.,()-])|([A-Za-z_][\\w-]*))");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int position;

  FilterParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank() || tokens.isEmpty()) {
      throw wrong();
    }
  }

  Predicate<Map<String, String>> parse() {
    Predicate<Map<String, String>> all = expression();
    if (position < tokens.size()) {
      throw wrong();
    }
    return all;
  }

  private Predicate<Map<String, String>> expression() {
    Predicate<Map<String, String>> all = term();
    String operator = peek();
    while (peek().equals("AND") || peek().equals("OR")) {
      if (!peek().equals(operator)) {
        throw wrong();
      }
      all = next().equals("AND") ? all.and(term()) : all.or(term());
    }
    return all;
  }

  private Predicate<Map<String, String>> term() {
    if (accept("NOT") || accept("-")) {
      return primary().negate();
    }
    return primary();
  }

  private Predicate<Map<String, String>> primary() {
    if (accept("(")) {
      Predicate<Map<String, String>> inner = expression();
      expect(")");
      return inner;
    }
    if (accept("hasPrefix")) {
      expect("(");
      expect("attributes");
      expect(".");
      String key = key();
      expect(",");
      String prefix = string();
      expect(")");
      return attributes ->
          attributes.getOrDefault(key, "").startsWith(prefix) && has(attributes, key);
    }
    expect("attributes");
    if (accept(":")) {
      String key = key();
      return attributes -> has(attributes, key);
    }
    expect(".");
    return comparison(key());
  }

  private Predicate<Map<String, String>> comparison(String key) {
    boolean equal = accept("=");
    if (!equal) {
      expect("!=");
    }
    String value = string();
    // A message without the attribute is unequal to any value.
    return attributes -> value.equals(attributes.get(key)) == equal;
  }

  private static boolean has(Map<String, String> attributes, String key) {
    return attributes.containsKey(key);
  }

  private String key() {
    String token = next();
    if (token.startsWith("\"")) {
      return unquoted(token);
    }
    if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
      throw wrong();
    }
    return token;
  }

  private String string() {
    String token = next();
    if (!token.startsWith("\"")) {
      throw wrong();
    }
    return unquoted(token);
  }

  private static String unquoted(String token) {
    return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private String peek() {
    return position < tokens.size() ? tokens.get(position) : "";
  }

  private String next() {
    if (position == tokens.size()) {
      throw wrong();
    }
    return tokens.get(position++);
  }

  private boolean accept(String token) {
    boolean accepted = peek().equals(token);
    position += accepted ? 1 : 0;
    return accepted;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw wrong();
    }
  }

  private StatusRuntimeException wrong() {
    return Refusals.invalid("The filter cannot be read: %s", text);
  }
}
