package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.contracts.trade.v1.TradeTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The terms that a post, an offer or a trade names, each as it was then, at most one of a kind.
 * Immutable; an object, since the driver takes no JSON array.
 */
public record NamedTerms(List<TradeTerm> all) {
  private static final NamedTerms NONE = new NamedTerms(List.of());
  private static final String TRADE_TYPE = "trade_type";

  /**
   * @param stored null in what is from before terms were named
   */
  public static NamedTerms of(NamedTerms stored) {
    return stored == null ? NONE : stored;
  }

  public static NamedTerms none() {
    return NONE;
  }

  /** These, but those of the others where they are of the same kind. */
  public NamedTerms with(NamedTerms others) {
    List<TradeTerm> merged = new ArrayList<>(others.all);
    all.stream().filter(term -> others.ofKind(term.kind()).isEmpty()).forEach(merged::add);
    merged.sort(Comparator.comparing(TradeTerm::kind));
    return new NamedTerms(List.copyOf(merged));
  }

  private Optional<TradeTerm> ofKind(String kind) {
    return all.stream().filter(term -> term.kind().equals(kind)).findFirst();
  }

  /** Whether the price includes the freight; empty when no term says so. */
  public Optional<Boolean> includesFreight() {
    return all.stream().map(TradeTerm::includesFreight).filter(Objects::nonNull).findFirst();
  }

  /** Null when no type of trade is named. */
  public UUID tradeTypeId() {
    return ofKind(TRADE_TYPE).map(TradeTerm::termId).orElse(null);
  }
}
