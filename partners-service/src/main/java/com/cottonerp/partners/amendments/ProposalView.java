package com.cottonerp.partners.amendments;

import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.BankAccountView;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.applicant.NoGstReason;
import com.cottonerp.partners.applicant.TaxIdType;
import com.cottonerp.partners.employees.EmployeeBody;
import com.cottonerp.partners.identity.Identifier;
import com.cottonerp.partners.locations.LocationBody;
import com.cottonerp.partners.locations.LocationType;
import com.cottonerp.partners.partner.CreditLimitBody;
import com.cottonerp.partners.vehicles.VehicleBody;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was proposed, as the API shows it: the one part that the type of the amendment asks for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalView(
    @Nullable PlaceView location,
    @Nullable BankAccountView bank,
    @Nullable TaxRegistrationView tax,
    @Nullable CreditLimitBody.Limit creditLimit,
    @Nullable EmployeeBody employee,
    @Nullable Contact contact,
    @Nullable Address address,
    @Nullable VehicleBody vehicle) {
  static ProposalView of(Proposal proposal) {
    return new ProposalView(
        PlaceView.of(proposal.location()),
        BankAccountView.of(proposal.bank()),
        TaxRegistrationView.of(proposal.tax()),
        proposal.creditLimit(),
        proposal.employee(),
        proposal.contact(),
        proposal.address(),
        proposal.vehicle());
  }

  record TaxRegistrationView(
      @Nullable TaxIdType taxIdType,
      @Nullable Identifier taxIdNumber,
      @Nullable NoGstReason noGstReason) {
    static TaxRegistrationView of(Proposal.TaxRegistration tax) {
      return tax == null
          ? null
          : new TaxRegistrationView(
              tax.taxIdType(), Identifier.of(tax.taxIdNumber()), tax.noGstReason());
    }
  }

  /**
   * The place as it was asked for.
   *
   * @param canShip null, as canReceive: the type says so
   * @param capacity in quintals; null when it is not known, which limits nothing
   * @param commodityCodes null takes everything
   */
  record PlaceView(
      LocationType type,
      String name,
      @Nullable Identifier gstin,
      Address address,
      @Nullable @Schema(description = "Null: the type says so") Boolean canShip,
      @Nullable @Schema(description = "Null: the type says so") Boolean canReceive,
      boolean defaultShipTo,
      boolean defaultShipFrom,
      @Nullable String code,
      boolean headOffice,
      @Nullable
          @Schema(description = "In quintals; null when it is not known")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal capacity,
      @Nullable @Schema(description = "Null takes everything") List<String> commodityCodes) {
    static PlaceView of(LocationBody place) {
      return place == null
          ? null
          : new PlaceView(
              place.type(),
              place.name(),
              Identifier.of(place.gstin()),
              place.address(),
              place.canShip(),
              place.canReceive(),
              place.defaultShipTo(),
              place.defaultShipFrom(),
              place.code(),
              place.headOffice(),
              place.capacity(),
              place.commodityCodes());
    }
  }
}
