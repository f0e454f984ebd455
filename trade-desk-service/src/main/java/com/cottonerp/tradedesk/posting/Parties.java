package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.partnerdirectory.DirectoryLocations;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whether two partners may (still) trade with each other; in the caller's transaction. */
@ApplicationScoped
public class Parties {
  private final PostContext context;
  private final DirectoryLocations locations;

  Parties(PostContext context, DirectoryLocations locations) {
    this.context = context;
    this.locations = locations;
  }

  /**
   * Both in good standing, and not related: not by a registration of one of their places either.
   */
  public Uni<Void> mustBeAllowed(TwoParties parties) {
    return seller(parties)
        .chain(seller -> buyer(parties).invoke(buyer -> mustNotBeRelated(buyer, seller)))
        .chain(() -> locations.shareTaxId(parties.buyerId(), parties.sellerId()))
        .invoke(
            shared -> {
              if (shared) {
                throw new PostingRefusal.RelatedParty(InsiderRules.SAME_GST).refused();
              }
            })
        .replaceWithVoid();
  }

  /** Both may bring the goods to one of the wanted places at least. */
  public Uni<Void> mustBeCapable(TwoParties parties, PostPlace goods, List<PostPlace> wanted) {
    return mustBeCapable(
        parties, goods.country(), wanted.stream().map(PostPlace::country).toList());
  }

  /**
   * As the other one.
   *
   * @param goods the country where they lie
   * @param wanted the countries where they may go
   */
  public Uni<Void> mustBeCapable(TwoParties parties, String goods, List<String> wanted) {
    return seller(parties)
        .chain(
            seller ->
                buyer(parties).invoke(buyer -> mustReachOne(parties, buyer, seller, goods, wanted)))
        .replaceWithVoid();
  }

  private Uni<PartnerFacts> seller(TwoParties parties) {
    return party(parties, parties.sellerId());
  }

  private Uni<PartnerFacts> buyer(TwoParties parties) {
    return party(parties, parties.buyerId());
  }

  private Uni<PartnerFacts> party(TwoParties parties, UUID partnerId) {
    Uni<PartnerFacts> partner = context.partner(partnerId);
    return parties.hides(partnerId)
        ? partner
            .onFailure(PostContext::isRefusal)
            .transform(no -> new PostingRefusal.CounterpartyUnavailable(partnerId).refused())
        : partner;
  }

  private static void mustReachOne(
      TwoParties parties,
      PartnerFacts buyer,
      PartnerFacts seller,
      String goods,
      List<String> wanted) {
    List<PostingRefusal> refusals =
        wanted.stream()
            .flatMap(country -> TradingGate.between(buyer, seller, goods, country).stream())
            .toList();
    if (refusals.size() == wanted.size()) {
      throw told(refusals.get(0), parties).refused();
    }
  }

  private static PostingRefusal told(PostingRefusal refusal, TwoParties parties) {
    return refusal instanceof PostingRefusal.CapabilityMissing missing
            && parties.hides(parties.on(missing.side()))
        ? new PostingRefusal.CounterpartyUnavailable(parties.on(missing.side()))
        : refusal;
  }

  private static void mustNotBeRelated(PartnerFacts buyer, PartnerFacts seller) {
    InsiderRules.broken(buyer, seller)
        .ifPresent(
            rule -> {
              throw new PostingRefusal.RelatedParty(rule).refused();
            });
  }
}
