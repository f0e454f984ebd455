package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalog;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalogProjection;
import com.cottonerp.tradedesk.locationdirectory.KnownLocation;
import com.cottonerp.tradedesk.locationdirectory.LocationDirectory;
import com.cottonerp.tradedesk.locationdirectory.LocationDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.standings.PartnerStandings;
import com.cottonerp.tradedesk.standings.PartnerStandingsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a post needs of the read models. What is not there (yet) is a retriable refusal, never
 * allowed.
 */
@ApplicationScoped
public class PostContext {
  private static final Duration LONGEST = Duration.ofDays(730);

  private final PartnerDirectory directory;
  private final PartnerStandings standings;
  private final CommodityCatalog catalog;
  private final LocationDirectory locations;
  private final CompleteReadModels complete;
  private final Clock clock;

  PostContext(
      PartnerDirectory directory,
      PartnerStandings standings,
      CommodityCatalog catalog,
      LocationDirectory locations,
      CompleteReadModels complete,
      Clock clock) {
    this.directory = directory;
    this.standings = standings;
    this.catalog = catalog;
    this.locations = locations;
    this.complete = complete;
    this.clock = clock;
  }

  /**
   * That nothing about a post is missing because a read model is being filled. WHY at once: what
   * follows asks again, one by one, and the database only for what was not asked yet.
   */
  public Uni<Void> everythingIsKnown(List<PlaceBody> places) {
    List<String> names =
        new ArrayList<>(
            List.of(
                PartnerDirectoryProjection.NAME,
                PartnerStandingsProjection.NAME,
                CommodityCatalogProjection.NAME));
    if (places.stream().anyMatch(place -> place.locationId() != null)) {
      names.add(LocationDirectoryProjection.NAME);
    }
    return complete.require(names.toArray(new String[0]));
  }

  /** A partner that may trade today: approved, KYC valid, not a service provider, not in RED. */
  public Uni<PartnerFacts> partner(UUID partnerId) {
    return complete
        .require(PartnerDirectoryProjection.NAME, PartnerStandingsProjection.NAME)
        .chain(() -> directory.facts(partnerId))
        .call(partner -> standings.isRed(partnerId).invoke(red -> mustBeAllowed(partner, red)));
  }

  private void mustBeAllowed(PartnerFacts partner, boolean red) {
    TradingGate.mustBeInGoodStanding(partner, BusinessDay.today(clock));
    if (red) {
      throw new PostingRefusal.PartnerInRed(partner.partnerId()).refused();
    }
  }

  /** Why a partner may not trade today, such as PARTNER_IN_RED; empty when it may. */
  public Uni<Optional<String>> whyMayNotTrade(UUID partnerId) {
    return partner(partnerId)
        .map(partner -> Optional.<String>empty())
        .onFailure(PostContext::isRefusal)
        .recoverWithItem(
            no ->
                Optional.of(
                    ((RefusedException) no)
                        .refusal()
                        .type()
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT)));
  }

  /** Whether a failure is a refusal; not known yet is no answer. */
  public static boolean isRefusal(Throwable failure) {
    return failure instanceof RefusedException refused && refused.refusal().status() < 500;
  }

  public Uni<CatalogEntry> commodity(UUID commodityId) {
    return complete
        .require(CommodityCatalogProjection.NAME)
        .chain(() -> catalog.findById(commodityId))
        .onItem()
        .ifNull()
        .failWith(() -> new PostingRefusal.CommodityNotKnownYet(commodityId).refused())
        .invoke(
            commodity -> {
              if (!commodity.isActive()) {
                throw new PostingRefusal.CommodityNotActive(commodityId).refused();
              }
            });
  }

  /** A post stays open for two years at most; later times are mistakes. */
  public void mustEndInTime(Instant expiresAt) {
    if (expiresAt != null && expiresAt.isAfter(clock.instant().plus(LONGEST))) {
      throw new InvalidField("/expiresAt", "is at most two years from now").refused();
    }
  }

  /**
   * @param pointer where in the body the place stands
   */
  public Uni<PostPlace> place(PlaceBody body, String pointer) {
    if (body.locationId() == null) {
      return Uni.createFrom().item(adHoc(body, pointer));
    }
    if (body.country() != null || body.latitude() != null || body.longitude() != null) {
      throw new InvalidField(pointer, "is a locationId or coordinates, not both").refused();
    }
    return complete
        .require(LocationDirectoryProjection.NAME)
        .chain(() -> locations.findById(body.locationId()))
        .onItem()
        .ifNull()
        .failWith(() -> new PostingRefusal.LocationNotKnownYet(body.locationId()).refused())
        .map(location -> registered(location, body.maxDistanceKm()));
  }

  private static PostPlace registered(KnownLocation location, Integer maxDistanceKm) {
    if (!location.isActive()) {
      throw new PostingRefusal.LocationNotActive(location.locationId()).refused();
    }
    Optional<IndianState> state =
        PlaceState.known(location.country(), location.stateCode(), location.state());
    return new PostPlace(
        location.locationId(),
        location.city(),
        state.map(IndianState::name).orElse(location.state()),
        state.map(IndianState::gstCode).orElse(location.stateCode()),
        location.region(),
        location.country(),
        location.latitude(),
        location.longitude(),
        maxDistanceKm);
  }

  private static PostPlace adHoc(PlaceBody body, String pointer) {
    if (body.country() == null || body.latitude() == null || body.longitude() == null) {
      throw new InvalidField(pointer, "needs a locationId, or country, latitude and longitude")
          .refused();
    }
    Optional<IndianState> state = PlaceState.told(body, pointer);
    return new PostPlace(
        null,
        body.city(),
        state.map(IndianState::name).orElse(body.state()),
        state.map(IndianState::gstCode).orElse(body.stateCode()),
        null,
        body.country(),
        body.latitude(),
        body.longitude(),
        body.maxDistanceKm());
  }
}
