package com.cottonerp.partners.documents;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose PAN a card or e-PAN says it is: what stands behind the label "Name", or else the first line
 * in capitals that is no heading of the card. Pure.
 */
final class PanHolder {
  /** Cards say it in two languages: "नाम / Name". Not that of the father. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:[^\\p{IsLatin}]{0,40})name(?: of (?:the )?(?:holder|applicant|assessee))?"
              + "(?:\\s?/\\s?[^\\p{IsLatin}]{1,40})?\\s*(?:[:\\-]|$)");

  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z .,&'()-]{5,199}");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)INCOME[ -]?TAX|GOVT\\.? OF INDIA|GOVERNMENT OF INDIA|PERMANENT ACCOUNT|E[ -]{0,3}PAN\\b"
              + "|\\bPAN CARD|MINISTRY OF FINANCE|DIRECT TAXES|DEPARTMENT OF REVENUE"
              + "|FATHER'?S? NAME|MOTHER'?S? NAME|DATE OF|\\bSIGNATURE|\\bSIGNED BY"
              + "|VALIDITY UNKNOWN|THUMB IMPRESSION|^NAME\\b|^GENDER\\b|^CARD\\b");

  private PanHolder() {}

  static Optional<String> in(TextLines text) {
    return text.behind(LABEL)
        .filter(PanHolder::isName)
        .or(() -> text.line(CAPITALS, PanHolder::isName));
  }

  private static boolean isName(String line) {
    return !HEADING.matcher(line).find() && line.codePoints().anyMatch(Character::isLetter);
  }
}
