package com.cottonerp.tradedesk.matching;

import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.availabilities.Availability;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalog;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalogProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the pairs of a post and rates each; reads only, in the caller's session. The database
 * narrows by commodity, place and price; everything else is decided pair by pair.
 */
@ApplicationScoped
class PairSearch {
  /** How many posts of the other side are looked at, the best priced first. */
  static final int MOST_CANDIDATES = 1000;

  private final Requirements requirements;
  private final Availabilities availabilities;
  private final PartnerDirectory directory;
  private final CommodityCatalog catalog;
  private final CompleteReadModels complete;
  private final Clock clock;

  PairSearch(
      Requirements requirements,
      Availabilities availabilities,
      PartnerDirectory directory,
      CommodityCatalog catalog,
      CompleteReadModels complete,
      Clock clock) {
    this.requirements = requirements;
    this.availabilities = availabilities;
    this.directory = directory;
    this.catalog = catalog;
    this.complete = complete;
    this.clock = clock;
  }

  /** The posts with their parties. */
  Uni<Pair> pair(RequirementFacts requirement, AvailabilityFacts availability) {
    return everythingIsKnown()
        .chain(() -> directory.facts(requirement.buyerId()))
        .chain(
            buyer ->
                directory
                    .facts(availability.sellerId())
                    .map(seller -> new Pair(requirement, availability, buyer, seller)));
  }

  /** The posts of a match, as they are now, with their parties. */
  Uni<Pair> pairOf(Match match) {
    return requirements
        .get(match.counterparts().requirementId())
        .chain(
            requirement ->
                availabilities
                    .get(match.counterparts().availabilityId())
                    .chain(availability -> pair(requirement.facts(), availability.facts())));
  }

  /** One pair, whatever its place and price, proposed by hand. */
  Uni<RatedPair> rateByHand(RequirementFacts requirement, AvailabilityFacts availability) {
    return pair(requirement, availability)
        .chain(
            pair ->
                weightsOf(requirement.commodityId())
                    .map(
                        weights -> new RatedPair(pair, pair.rate(weights, clock.instant(), true))));
  }

  /**
   * Every pair of a requirement with the availabilities of its commodity; none when there is no
   * such requirement.
   *
   * @param narrowed whether availabilities that cannot fit by place or price are left out
   */
  Uni<List<RatedPair>> ofRequirement(UUID requirementId, boolean narrowed) {
    return everythingIsKnown()
        .chain(() -> requirements.findById(requirementId))
        .chain(
            found ->
                found == null
                    ? Uni.createFrom().item(List.of())
                    : candidates(found.facts(), narrowed)
                        .chain(
                            candidates ->
                                rate(
                                    List.of(found.facts()),
                                    candidates.stream().map(Availability::facts).toList())));
  }

  private Uni<List<Availability>> candidates(RequirementFacts requirement, boolean narrowed) {
    if (!narrowed) {
      return availabilities.openOf(requirement.commodityId(), MOST_CANDIDATES);
    }
    return directory
        .findById(requirement.buyerId())
        .map(buyer -> buyer != null && buyer.facts().capabilities().importAllowed())
        .chain(
            imports ->
                availabilities.onOfferFor(requirement, imports, clock.instant(), MOST_CANDIDATES));
  }

  /** Every pair of an availability with requirements; none when there is no such availability. */
  Uni<List<RatedPair>> ofAvailability(UUID availabilityId) {
    return everythingIsKnown()
        .chain(() -> availabilities.findById(availabilityId))
        .chain(
            found ->
                found == null
                    ? Uni.createFrom().item(List.of())
                    : candidates(found.facts())
                        .chain(
                            candidates ->
                                rate(
                                    candidates.stream().map(Requirement::facts).toList(),
                                    List.of(found.facts()))));
  }

  private Uni<List<Requirement>> candidates(AvailabilityFacts availability) {
    return directory
        .findById(availability.sellerId())
        .map(seller -> seller != null && seller.facts().capabilities().exportAllowed())
        .chain(
            exports ->
                requirements.wantedOf(
                    availability.commodityId(),
                    availability.terms().place(),
                    availability.terms().pricePerBaseUnit(),
                    exports,
                    clock.instant(),
                    MOST_CANDIDATES));
  }

  private Uni<List<RatedPair>> rate(
      List<RequirementFacts> wanted, List<AvailabilityFacts> offered) {
    if (wanted.isEmpty() || offered.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return weightsOf(wanted.get(0).commodityId())
        .chain(
            weights ->
                directory
                    .factsOf(
                        Stream.concat(
                                wanted.stream().map(RequirementFacts::buyerId),
                                offered.stream().map(AvailabilityFacts::sellerId))
                            .collect(Collectors.toSet()))
                    .map(partners -> rate(wanted, offered, partners, weights)));
  }

  private List<RatedPair> rate(
      List<RequirementFacts> wanted,
      List<AvailabilityFacts> offered,
      Map<UUID, PartnerFacts> partners,
      Weights weights) {
    Instant now = clock.instant();
    List<RatedPair> rated = new ArrayList<>();
    for (RequirementFacts requirement : wanted) {
      for (AvailabilityFacts availability : offered) {
        PartnerFacts buyer = partners.get(requirement.buyerId());
        PartnerFacts seller = partners.get(availability.sellerId());
        // Who is not known (yet) is matched once its events are here and one of the posts changes.
        if (buyer != null && seller != null) {
          Pair pair = new Pair(requirement, availability, buyer, seller);
          rated.add(new RatedPair(pair, pair.rate(weights, now, false)));
        }
      }
    }
    return rated;
  }

  /** How much each part of a score counts for a commodity. */
  Uni<Weights> weightsOf(UUID commodityId) {
    return catalog
        .findById(commodityId)
        .map(commodity -> Weights.of(commodity == null ? "" : commodity.code()));
  }

  /** A partner or a rule that is only missing because its read model is being filled. */
  private Uni<Void> everythingIsKnown() {
    return complete.require(PartnerDirectoryProjection.NAME, CommodityCatalogProjection.NAME);
  }
}
