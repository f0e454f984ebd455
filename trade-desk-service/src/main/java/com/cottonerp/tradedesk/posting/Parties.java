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
  public Uni<Void> mustBeAllowed(UUID buyerId, UUID sellerId) {
    return context
        .partner(sellerId)
        .chain(seller -> context.partner(buyerId).invoke(buyer -> mustNotBeRelated(buyer, seller)))
        .chain(() -> locations.shareTaxId(buyerId, sellerId))
        .invoke(
            shared -> {
              if (shared) {
                throw new PostingRefusal.RelatedParty(InsiderRules.SAME_GST).refused();
              }
            })
        .replaceWithVoid();
  }

  /** Both may bring the goods to one of the wanted places at least. */
  public Uni<Void> mustBeCapable(
      UUID buyerId, UUID sellerId, PostPlace goods, List<PostPlace> wanted) {
    return mustBeCapable(
        buyerId, sellerId, goods.country(), wanted.stream().map(PostPlace::country).toList());
  }

  /**
   * As the other one.
   *
   * @param goods the country where they lie
   * @param wanted the countries where they may go
   */
  public Uni<Void> mustBeCapable(UUID buyerId, UUID sellerId, String goods, List<String> wanted) {
    return context
        .partner(sellerId)
        .chain(
            seller ->
                context
                    .partner(buyerId)
                    .invoke(buyer -> mustReachOne(buyer, seller, goods, wanted)))
        .replaceWithVoid();
  }

  private static void mustReachOne(
      PartnerFacts buyer, PartnerFacts seller, String goods, List<String> wanted) {
    List<PostingRefusal> refusals =
        wanted.stream()
            .flatMap(country -> TradingGate.between(buyer, seller, goods, country).stream())
            .toList();
    if (refusals.size() == wanted.size()) {
      throw refusals.get(0).refused();
    }
  }

  private static void mustNotBeRelated(PartnerFacts buyer, PartnerFacts seller) {
    InsiderRules.broken(buyer, seller)
        .ifPresent(
            rule -> {
              throw new PostingRefusal.RelatedParty(rule).refused();
            });
  }
}
