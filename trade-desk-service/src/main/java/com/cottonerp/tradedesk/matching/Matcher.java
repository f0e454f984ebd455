package com.cottonerp.tradedesk.matching;

import com.cottonerp.eventing.inbox.CompleteReadModels;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.availabilities.Availability;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalog;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalogProjection;
import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.Requirements;
import com.cottonerp.tradedesk.requirements.Wish;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the counterparts of a post, in the caller's transaction. The database narrows by
 * commodity, place and price; everything else is judged pair by pair.
 */
@ApplicationScoped
public class Matcher {
  /** How many posts of the other side are looked at, the best priced first. */
  static final int MOST_CANDIDATES = 1000;

  private static final int MOST_PROPOSALS = 50;

  private final Requirements requirements;
  private final Availabilities availabilities;
  private final PartnerDirectory directory;
  private final CommodityCatalog catalog;
  private final Matches matches;
  private final CompleteReadModels complete;
  private final Clock clock;

  Matcher(
      Requirements requirements,
      Availabilities availabilities,
      PartnerDirectory directory,
      CommodityCatalog catalog,
      Matches matches,
      CompleteReadModels complete,
      Clock clock) {
    this.requirements = requirements;
    this.availabilities = availabilities;
    this.directory = directory;
    this.catalog = catalog;
    this.matches = matches;
    this.complete = complete;
    this.clock = clock;
  }

  /** A pair that was looked at, and what became of it. */
  record Judged(Pair pair, Pair.Outcome outcome) {
    /** Of the match that it is, or would be. */
    UUID id() {
      return Match.idOf(pair.wish().id(), pair.offer().id());
    }
  }

  Uni<Void> match(MatchRequests.Request request) {
    return (request.side() == Side.BUY
            ? forWish(request.postId(), true)
            : forOffer(request.postId()))
        .call(judged -> dropMisfits(request.postId(), judged))
        .chain(this::inTheRace)
        .map(judged -> best(judged, request.side()))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(this::propose)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Open pairs of a post that changed, or whose other side did, and that fit no more. */
  private Uni<Void> dropMisfits(UUID postId, List<Judged> judged) {
    Set<UUID> fitting =
        judged.stream()
            .filter(one -> one.outcome().fits())
            .map(Judged::id)
            .collect(Collectors.toSet());
    return matches
        .openOf(postId)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .select()
        .where(match -> !fitting.contains(match.id()))
        .onItem()
        .transformToUniAndConcatenate(this::dropIfApart)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> dropIfApart(Match match) {
    return pair(match.requirementId(), match.availabilityId())
        .chain(
            pair ->
                pair.apart(clock.instant(), true).isEmpty()
                    ? Uni.createFrom().voidItem()
                    : matches
                        .getToMove(match.id())
                        .invoke(Match::expire)
                        .chain(matches::save)
                        .replaceWithVoid());
  }

  /**
   * Refuses a pair that was let through, and fits no more; a party is not told what keeps the other
   * one from trading.
   */
  public Uni<Void> mustStillFit(UUID requirementId, UUID availabilityId) {
    return pair(requirementId, availabilityId)
        .invoke(
            pair ->
                pair.apart(clock.instant(), true)
                    .ifPresent(
                        outcome -> {
                          throw told(Match.idOf(requirementId, availabilityId), outcome).refused();
                        }))
        .replaceWithVoid();
  }

  private static MatchRefusal told(UUID matchId, Pair.Outcome outcome) {
    return outcome.refusedBy().tellsOfAParty()
        ? new MatchRefusal.CounterpartyUnavailable(matchId)
        : new MatchRefusal.Gated(outcome.refusedBy(), outcome.detail());
  }

  private Uni<Pair> pair(UUID requirementId, UUID availabilityId) {
    return everythingIsKnown()
        .chain(() -> requirements.get(requirementId))
        .chain(
            wish ->
                availabilities
                    .get(availabilityId)
                    .chain(offer -> pair(wish.wish(), offer.offer())));
  }

  private Uni<Pair> pair(Wish wish, Offer offer) {
    return directory
        .facts(wish.buyerId())
        .chain(
            buyer ->
                directory
                    .facts(offer.sellerId())
                    .map(seller -> new Pair(wish, offer, buyer, seller)));
  }

  /** Without those that are not proposed (again) now: they would keep the next best out. */
  private Uni<List<Judged>> inTheRace(List<Judged> judged) {
    List<Judged> fitting = judged.stream().filter(one -> one.outcome().fits()).toList();
    return matches
        .of(fitting.stream().map(Judged::id).toList())
        .map(known -> known.stream().collect(Collectors.toMap(Match::id, Function.identity())))
        .map(
            known ->
                fitting.stream()
                    .filter(
                        one ->
                            !known.containsKey(one.id())
                                || known
                                    .get(one.id())
                                    .isInTheRace(one.pair(), one.outcome(), clock.instant()))
                    .toList());
  }

  /**
   * Every pair of a requirement with the offers of its commodity.
   *
   * @param narrowed whether offers that cannot fit by place or price are left out
   */
  Uni<List<Judged>> forWish(UUID requirementId, boolean narrowed) {
    return everythingIsKnown()
        .chain(() -> requirements.findById(requirementId))
        .chain(
            found ->
                found == null
                    ? Uni.createFrom().item(List.of())
                    : offersFor(found.wish(), narrowed)
                        .chain(
                            offers ->
                                judge(
                                    List.of(found.wish()),
                                    offers.stream().map(Availability::offer).toList())));
  }

  private Uni<List<Availability>> offersFor(Wish wish, boolean narrowed) {
    if (!narrowed) {
      return availabilities.openOf(wish.commodityId(), MOST_CANDIDATES);
    }
    return directory
        .findById(wish.buyerId())
        .map(buyer -> buyer != null && buyer.facts().capabilities().importAllowed())
        .chain(
            imports -> availabilities.onOfferFor(wish, imports, clock.instant(), MOST_CANDIDATES));
  }

  private Uni<List<Judged>> forOffer(UUID availabilityId) {
    return everythingIsKnown()
        .chain(() -> availabilities.findById(availabilityId))
        .chain(
            found -> {
              if (found == null) {
                return Uni.createFrom().item(List.of());
              }
              Offer offer = found.offer();
              return directory
                  .findById(offer.sellerId())
                  .map(seller -> seller != null && seller.facts().capabilities().exportAllowed())
                  .chain(
                      exports ->
                          requirements.wantedOf(
                              offer.commodityId(),
                              offer.place(),
                              offer.pricePerBaseUnit(),
                              exports,
                              clock.instant(),
                              MOST_CANDIDATES))
                  .chain(
                      wishes ->
                          judge(wishes.stream().map(Requirement::wish).toList(), List.of(offer)));
            });
  }

  /** One pair, whatever its place and price. */
  Uni<Judged> judge(Wish wish, Offer offer, boolean byHand) {
    return everythingIsKnown()
        .chain(() -> pair(wish, offer))
        .chain(
            pair ->
                weightsOf(wish.commodityId())
                    .map(
                        weights -> new Judged(pair, pair.judge(weights, clock.instant(), byHand))));
  }

  private Uni<List<Judged>> judge(List<Wish> wishes, List<Offer> offers) {
    return wishes.isEmpty() || offers.isEmpty()
        ? Uni.createFrom().item(List.of())
        : judgeSome(wishes, offers);
  }

  private Uni<List<Judged>> judgeSome(List<Wish> wishes, List<Offer> offers) {
    return weightsOf(wishes.get(0).commodityId())
        .chain(
            weights ->
                directory
                    .factsOf(
                        Stream.concat(
                                wishes.stream().map(Wish::buyerId),
                                offers.stream().map(Offer::sellerId))
                            .collect(Collectors.toSet()))
                    .map(partners -> judge(wishes, offers, partners, weights)));
  }

  /** A partner or a rule that is only missing because its read model is being filled. */
  private Uni<Void> everythingIsKnown() {
    return complete.require(PartnerDirectoryProjection.NAME, CommodityCatalogProjection.NAME);
  }

  private List<Judged> judge(
      List<Wish> wishes, List<Offer> offers, Map<UUID, PartnerFacts> partners, Weights weights) {
    Instant now = clock.instant();
    List<Judged> judged = new ArrayList<>();
    for (Wish wish : wishes) {
      for (Offer offer : offers) {
        PartnerFacts buyer = partners.get(wish.buyerId());
        PartnerFacts seller = partners.get(offer.sellerId());
        // Who is not known (yet) is matched once its events are here and one of the posts changes.
        if (buyer != null && seller != null) {
          Pair pair = new Pair(wish, offer, buyer, seller);
          judged.add(new Judged(pair, pair.judge(weights, now, false)));
        }
      }
    }
    return judged;
  }

  /** What counts how much for a commodity. */
  Uni<Weights> weightsOf(UUID commodityId) {
    return catalog
        .findById(commodityId)
        .map(commodity -> Weights.of(commodity == null ? "" : commodity.code()));
  }

  /** Of each counterparty the best; of those the best fifty. */
  private static List<Judged> best(List<Judged> judged, Side side) {
    Comparator<Judged> byScore =
        Comparator.comparing((Judged one) -> one.outcome().score().total())
            .reversed()
            .thenComparing(one -> one.pair().price())
            .thenComparing(one -> one.pair().offer().id())
            .thenComparing(one -> one.pair().wish().id());
    Function<Judged, UUID> counterparty =
        one -> side == Side.BUY ? one.pair().seller().partnerId() : one.pair().buyer().partnerId();
    Collection<Judged> bestOfEach =
        judged.stream()
            .sorted(byScore)
            .collect(
                Collectors.toMap(
                    counterparty, Function.identity(), (best, next) -> best, LinkedHashMap::new))
            .values();
    return bestOfEach.stream().limit(MOST_PROPOSALS).toList();
  }

  /** Null when it is not proposed: it is already, or the seller has a better offer in the race. */
  Uni<Match> propose(Judged judged) {
    Pair pair = judged.pair();
    return matches
        .openBetween(pair.wish().id(), pair.offer().sellerId())
        .chain(
            open -> {
              List<Match> others =
                  open.stream()
                      .filter(match -> !match.availabilityId().equals(pair.offer().id()))
                      .toList();
              boolean beaten =
                  others.stream()
                      .anyMatch(match -> match.isBetterThan(judged.outcome().score().total()));
              return beaten
                  ? Uni.createFrom().nullItem()
                  : save(judged).call(match -> match == null ? nothing() : replace(others));
            });
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> replace(List<Match> beaten) {
    return Multi.createFrom()
        .iterable(beaten)
        .invoke(Match::expire)
        .onItem()
        .transformToUniAndConcatenate(matches::save)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Match> save(Judged judged) {
    Pair pair = judged.pair();
    Instant now = clock.instant();
    return matches
        .findById(judged.id())
        .map(
            known -> {
              if (known == null) {
                return Match.propose(pair, judged.outcome(), now);
              }
              return known.proposeAgain(pair, judged.outcome(), now) ? known : null;
            })
        .chain(match -> match == null ? Uni.createFrom().nullItem() : matches.save(match));
  }
}
