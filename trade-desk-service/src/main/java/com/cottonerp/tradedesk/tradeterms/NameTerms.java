package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.tradedesk.tradeterms.TermsBody.Wanted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the terms that a body names. Reads only, in the caller's session. */
@ApplicationScoped
public class NameTerms {
  private final TradeTerms terms;
  private final CompleteReadModels complete;

  NameTerms(TradeTerms terms, CompleteReadModels complete) {
    this.terms = terms;
    this.complete = complete;
  }

  /**
   * Each as it is now. Refuses what is unknown, out of use, or of another kind.
   *
   * @param body null when nothing is named
   */
  public Uni<NamedTerms> named(TermsBody body) {
    List<Wanted> wanted = body == null ? List.of() : body.wanted();
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(NamedTerms.none());
    }
    return complete
        .require(TradeTermsProjection.NAME)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(wanted)
                    .onItem()
                    .transformToUniAndConcatenate(this::named)
                    .collect()
                    .asList())
        .map(found -> NamedTerms.none().with(new NamedTerms(found)));
  }

  private Uni<TradeTerm> named(Wanted wanted) {
    return terms
        .findById(wanted.termId())
        .onItem()
        .ifNull()
        .failWith(() -> new TermRefusal.TermNotKnownYet(wanted.termId()).refused())
        .map(
            term -> {
              if (!term.kind.equals(wanted.kind())) {
                throw new InvalidField(
                        "/tradeTerms/" + wanted.property(),
                        "is a %s, not a %s".formatted(wanted.kind(), term.kind))
                    .refused();
              }
              if (!term.active) {
                throw new TermRefusal.TermNotActive(term.termId, term.name).refused();
              }
              return term.named();
            });
  }
}
