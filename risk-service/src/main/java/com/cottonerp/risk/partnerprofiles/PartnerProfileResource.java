package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

  public record ProfileView(
      UUID partnerId,
      String country,
      String status,
      LocalDate kycExpiresOn,
      Money creditLimit,
      BigDecimal rating,
      UUID masterPartnerId,
      UUID corporateGroupId,
      long sequence,
      Instant asOf) {
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
