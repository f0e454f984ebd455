package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.posting.ActingPartner;
import com.cottonerp.tradedesk.posting.TwoParties;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/availabilities/{id}/reservations")
@Tag(name = "Reservations")
public class ReservationResource {
  private static final int DEFAULT_HOURS = 24;

  private final Commands commands;
  private final ActingPartner acting;
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final ReserveStock reserving;
  private final ReleaseStock releasing;
  private final SellStock selling;

  ReservationResource(
      Commands commands,
      ActingPartner acting,
      Availabilities availabilities,
      Reservations reservations,
      ReserveStock reserving,
      ReleaseStock releasing,
      SellStock selling) {
    this.commands = commands;
    this.acting = acting;
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.reserving = reserving;
    this.releasing = releasing;
    this.selling = selling;
  }

  @GET
  @RolesAllowed(Permission.AVAILABILITY_READ)
  @WithSession
  @Operation(
      summary = "Who holds stock of an availability, oldest first",
      description = "For the seller.")
  public Uni<Page<ReservationView>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return availabilities
        .get(id)
        .invoke(acting::mustOwn)
        .chain(availability -> reservations.of(id).page(page, ReservationView::of));
  }

  @GET
  @Path("/{reservationId}")
  @RolesAllowed(Permission.AVAILABILITY_READ)
  @WithSession
  @Operation(summary = "One reservation, for the seller")
  public Uni<ReservationView> get(
      @PathParam("id") UUID id, @PathParam("reservationId") UUID reservationId) {
    return availabilities
        .get(id)
        .invoke(acting::mustOwn)
        .chain(availability -> reservations.get(id, reservationId))
        .map(ReservationView::of);
  }

  @POST
  @RolesAllowed(Permission.AVAILABILITY_RESERVE)
  @Operation(
      summary = "Hold stock for a buyer",
      description =
          "By the seller, for 24 hours unless said otherwise. Two who want the same stock get it"
              + " one after the other.")
  @APIResponse(responseCode = "201", description = "The reservation")
  @APIResponse(
      responseCode = "400",
      description =
          "availability-not-open, no-partial-orders, below-minimum-order, related-party,"
              + " counterparty-unavailable (the buyer may not trade; internal users learn why), and"
              + " of the seller itself partner-not-approved, kyc-expired, partner-in-red")
  @APIResponse(responseCode = "409", description = "not-enough-stock")
  @APIResponse(responseCode = "503", description = "partner-not-known-yet: try again")
  public Uni<RestResponse<ReservationView>> reserveStock(
      @PathParam("id") UUID id, @NotNull @Valid ReservationBody body) {
    int hours = body.hours() == null ? DEFAULT_HOURS : body.hours();
    return commands.once(
        body,
        () ->
            acting
                .ownForUpdate(availabilities, id, null)
                .chain(
                    availability ->
                        reserving.reserve(
                            availability,
                            new TwoParties(body.buyerId(), availability.ownerId(), acting.reader()),
                            null,
                            body.quantity(),
                            Duration.ofHours(hours)))
                .map(
                    reservation ->
                        Reply.created(
                            "/api/v1/availabilities/%s/reservations/%s"
                                .formatted(id, reservation.id),
                            ReservationView.of(reservation))));
  }

  @POST
  @Path("/{reservationId}/release")
  @RolesAllowed(Permission.AVAILABILITY_RELEASE)
  @Operation(summary = "Give held stock back", description = "By the seller.")
  @APIResponse(responseCode = "200", description = "The reservation")
  @APIResponse(responseCode = "400", description = "reservation-not-held, held-for-negotiation")
  public Uni<RestResponse<ReservationView>> release(
      @PathParam("id") UUID id,
      @PathParam("reservationId") UUID reservationId,
      @NotNull @Valid ReleaseBody body) {
    return commands.once(
        List.of(reservationId, body),
        () ->
            acting
                .ownForUpdate(availabilities, id, null)
                .chain(
                    availability -> releasing.release(availability, reservationId, body.reason()))
                .map(ReservationView::of)
                .map(Reply::ok));
  }

  @POST
  @Path("/{reservationId}/sale")
  @RolesAllowed(Permission.AVAILABILITY_MARK_SOLD)
  @Operation(
      summary = "Sell held stock",
      description =
          "By the seller, for a trade of this reservation. A trade that comes of a negotiation"
              + " sells its stock by itself.")
  @APIResponse(responseCode = "200", description = "The availability")
  @APIResponse(
      responseCode = "400",
      description = "reservation-not-held, held-for-negotiation, no-trade-of-reservation")
  public Uni<RestResponse<AvailabilityView>> sell(
      @PathParam("id") UUID id,
      @PathParam("reservationId") UUID reservationId,
      @NotNull @Valid SaleBody body) {
    return commands.once(
        List.of(reservationId, body),
        () ->
            acting
                .ownForUpdate(availabilities, id, null)
                .chain(
                    availability -> selling.sellByHand(availability, reservationId, body.tradeId()))
                .map(
                    sold -> Reply.ok(AvailabilityView.of(sold, true)).withVersion(sold.version())));
  }

  /** Who wants how much of it, and for how long. */
  public record ReservationBody(
      @NotNull UUID buyerId,
      @NotNull
          @Positive
          @Digits(integer = 12, fraction = 3)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal quantity,
      @Min(1) @Max(168) Integer hours) {}

  public record ReleaseBody(@NotBlank @Size(max = 500) String reason) {}

  public record SaleBody(@NotNull UUID tradeId) {}
}
