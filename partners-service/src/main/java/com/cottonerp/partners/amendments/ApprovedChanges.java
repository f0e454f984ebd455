package com.cottonerp.partners.amendments;

import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.ApplicantRules;
import com.cottonerp.partners.creditlimits.GrantedCreditLimits;
import com.cottonerp.partners.employees.EmployeeRules;
import com.cottonerp.partners.employees.InviteEmployee;
import com.cottonerp.partners.locations.AddLocation;
import com.cottonerp.partners.locations.Location;
import com.cottonerp.partners.locations.LocationChecks;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.CapabilityDetections;
import com.cottonerp.partners.partner.Partners;
import com.cottonerp.partners.partner.SavePartner;
import com.cottonerp.partners.vehicles.AddVehicle;
import com.cottonerp.partners.vehicles.VehicleRegistry;
import com.cottonerp.partners.vehicles.VehicleRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes the change that an amendment asked for, as if it had been made directly. */
@ApplicationScoped
class ApprovedChanges {
  private final SavePartner changes;
  private final Partners partners;
  private final AddLocation addLocation;
  private final LocationChecks locationChecks;
  private final InviteEmployee inviteEmployee;
  private final AddVehicle addVehicle;
  private final VehicleRegistry vehicleRegistry;
  private final GrantedCreditLimits limits;
  private final CapabilityDetections detections;

  ApprovedChanges(
      SavePartner changes,
      Partners partners,
      AddLocation addLocation,
      LocationChecks locationChecks,
      InviteEmployee inviteEmployee,
      AddVehicle addVehicle,
      VehicleRegistry vehicleRegistry,
      GrantedCreditLimits limits,
      CapabilityDetections detections) {
    this.changes = changes;
    this.partners = partners;
    this.addLocation = addLocation;
    this.locationChecks = locationChecks;
    this.inviteEmployee = inviteEmployee;
    this.addVehicle = addVehicle;
    this.vehicleRegistry = vehicleRegistry;
    this.limits = limits;
    this.detections = detections;
  }

  /** What was asked of a map or a registry; null where nothing was. */
  record Asked(Location.Checked location, Optional<VehicleRegistry.Record> vehicle) {
    static final Asked NOTHING = new Asked(null, Optional.empty());
  }

  /** Before the transaction begins. */
  Uni<Asked> ask(Proposal proposed) {
    if (proposed.location() != null) {
      return locationChecks
          .check(proposed.location())
          .map(checked -> new Asked(checked, Optional.empty()));
    }
    if (proposed.vehicle() != null) {
      return vehicleRegistry
          .lookUp(proposed.vehicle().number())
          .map(registered -> new Asked(null, registered));
    }
    return Uni.createFrom().item(Asked.NOTHING);
  }

  /** Refuses what could never be approved; the change itself is checked again when it is made. */
  void check(BusinessPartner partner, AmendmentType type, Proposal proposed) {
    switch (type) {
      case CHANGE_BANK, UPDATE_CONTACT, UPDATE_ADDRESS, UPDATE_GST ->
          changed(partner.applicant(), type, proposed);
      case INCREASE_CREDIT_LIMIT -> {
        mustIncrease(partner, proposed);
        limits.mustBePossible(proposed.creditLimit().amount(), proposed.creditLimit().currency());
      }
      case ADD_EMPLOYEE -> EmployeeRules.check(proposed.employee());
      case ADD_VEHICLE -> VehicleRules.check(partner);
      case ADD_LOCATION -> proposed.location().kept("/proposed/location");
    }
  }

  Uni<?> make(BusinessPartner partner, Amendment amendment, Asked asked) {
    Proposal proposed = amendment.proposed;
    check(partner, amendment.type, proposed);
    return switch (amendment.type) {
      case ADD_LOCATION -> addLocation.add(partner, asked.location());
      case ADD_EMPLOYEE -> inviteEmployee.invite(partner, proposed.employee());
      case ADD_VEHICLE -> addVehicle.add(partner, proposed.vehicle(), asked.vehicle());
      case INCREASE_CREDIT_LIMIT -> {
        limits.mustBeGrantedByCaller(
            proposed.creditLimit().amount(), proposed.creditLimit().currency());
        yield changes.change(
            partner,
            raised -> raised.raiseCreditLimit(proposed.creditLimit().amount(), amendment.reason));
      }
      case UPDATE_GST ->
          mustBeFree(partner, proposed.tax().taxIdNumber())
              .chain(() -> changeFacts(partner, amendment, "taxIdKey"))
              // Who gives up the registration may not sell with tax from this day.
              .chain(detections::redetect);
      case CHANGE_BANK -> changeFacts(partner, amendment, "bank");
      case UPDATE_CONTACT -> changeFacts(partner, amendment, "contact");
      case UPDATE_ADDRESS -> changeFacts(partner, amendment, "address");
    };
  }

  private Uni<BusinessPartner> changeFacts(
      BusinessPartner partner, Amendment amendment, String what) {
    return changes.changeFacts(
        partner, changed(partner.applicant(), amendment.type, amendment.proposed), List.of(what));
  }

  private static Applicant changed(Applicant now, AmendmentType type, Proposal proposed) {
    return ApplicantRules.checked(replaced(now, type, proposed));
  }

  private static Applicant replaced(Applicant now, AmendmentType type, Proposal proposed) {
    return switch (type) {
      case CHANGE_BANK -> now.withBank(proposed.bank());
      case UPDATE_CONTACT -> now.withContact(proposed.contact());
      case UPDATE_ADDRESS -> now.withAddress(proposed.address());
      case UPDATE_GST ->
          (proposed.address() == null ? now : now.withAddress(proposed.address()))
              .withTaxId(
                  proposed.tax().taxIdType(),
                  proposed.tax().taxIdNumber(),
                  proposed.tax().noGstReason());
      default -> throw new IllegalArgumentException(type + " changes no facts of the partner");
    };
  }

  private static void mustIncrease(BusinessPartner partner, Proposal proposed) {
    proposed.creditLimit().mustBeIn(partner.applicant().currency());
    if (proposed.creditLimit().amount().compareTo(partner.creditLimit()) <= 0) {
      throw new AmendmentRefusal.NoIncrease(partner.creditLimit()).refused();
    }
  }

  private Uni<Void> mustBeFree(BusinessPartner partner, String taxId) {
    if (taxId == null || taxId.equals(partner.applicant().taxIdNumber())) {
      return Uni.createFrom().voidItem();
    }
    return partners
        .isRegistered("applicant.taxIdNumber", taxId)
        .invoke(
            known -> {
              if (known) {
                throw new AmendmentRefusal.TaxIdRegistered().refused();
              }
            })
        .replaceWithVoid();
  }
}
