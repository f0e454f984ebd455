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
import java.math.BigDecimal;
import java.util.List;

/** What was proposed, as the API shows it: the one part that the type of the amendment asks for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalView(
    PlaceView location,
    BankAccountView bank,
    TaxRegistrationView tax,
    CreditLimitBody.Limit creditLimit,
    EmployeeBody employee,
    Contact contact,
    Address address,
    VehicleBody vehicle) {
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

  record TaxRegistrationView(TaxIdType taxIdType, Identifier taxIdNumber, NoGstReason noGstReason) {
    static TaxRegistrationView of(Proposal.TaxRegistration tax) {
      return tax == null
          ? null
          : new TaxRegistrationView(
              tax.taxIdType(), Identifier.of(tax.taxIdNumber()), tax.noGstReason());
    }
  }

  record PlaceView(
      LocationType type,
      String name,
      Identifier gstin,
      Address address,
      Boolean canShip,
      Boolean canReceive,
      boolean defaultShipTo,
      boolean defaultShipFrom,
      String code,
      boolean headOffice,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal capacity,
      List<String> commodityCodes) {
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
