package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Permission;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/{partnerId}/profile")
@Tag(name = "Partner profiles")
@RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
public class PartnerProfileResource {
  private final PartnerProfiles profiles;

  PartnerProfileResource(PartnerProfiles profiles) {
    this.profiles = profiles;
  }

  @GET
  @WithSession
  @Operation(
      summary = "What risk knows of a partner",
      description = "A read model: asOf and sequence say what it reflects.")
  @APIResponse(responseCode = "200", description = "The profile")
  @APIResponse(responseCode = "404", description = "Not known here, or not yet: repeat later")
  public Uni<ProfileView> get(@PathParam("partnerId") UUID partnerId) {
    return profiles
        .findById(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("partner", partnerId).refused())
        .map(ProfileView::of);
  }

  /**
   * A partner's profile in the API.
   *
   * @param kycExpiresOn the last valid day; null until the partner's KYC is verified
   * @param rating 0 to 5; null for a partner without a rating
   * @param masterPartnerId null for a partner that is no branch
   * @param corporateGroupId null for a partner without a group
   * @param sequence the last event of the partner in the profile
   * @param asOf the time of that event
   */
  public record ProfileView(
      UUID partnerId,
      String country,
      String status,
      @Nullable @Schema(description = "The last day; null until its KYC is verified")
          LocalDate kycExpiresOn,
      Money creditLimit,
      @Nullable
          @Schema(description = "0 to 5; null while nobody rated it")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal rating,
      @Nullable UUID masterPartnerId,
      @Nullable UUID corporateGroupId,
      @Schema(description = "Of the last event that is reflected") long sequence,
      @Schema(description = "When the last event that is reflected happened") Instant asOf) {
    static ProfileView of(PartnerProfile profile) {
      return new ProfileView(
          profile.partnerId,
          profile.country,
          profile.status,
          profile.kycExpiresOn,
          new Money(profile.creditLimit, profile.creditCurrency),
          profile.rating,
          profile.masterPartnerId,
          profile.corporateGroupId,
          profile.sequence,
          profile.asOf);
    }
  }
}
