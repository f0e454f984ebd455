package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.BankAccount;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.applicant.NoGstReason;
import com.cottonerp.partners.applicant.TaxIdType;
import com.cottonerp.partners.employees.EmployeeBody;
import com.cottonerp.partners.locations.LocationBody;
import com.cottonerp.partners.partner.CreditLimitBody;
import com.cottonerp.partners.vehicles.VehicleBody;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be: exactly the one part that the type asks for; a new registration for tax may come
 * with the address in its state.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
    @Valid LocationBody location,
    @Valid BankAccount bank,
    @Valid TaxRegistration tax,
    @Valid CreditLimitBody.Limit creditLimit,
    @Valid EmployeeBody employee,
    @Valid Contact contact,
    @Valid Address address,
    @Valid VehicleBody vehicle) {

  /** A registration for tax; without one, in India, why there is none. */
  public record TaxRegistration(
      TaxIdType taxIdType, @Size(min = 3, max = 50) String taxIdNumber, NoGstReason noGstReason) {}

  void mustFit(AmendmentType type) {
    Map<AmendmentType, Object> parts = parts();
    if (parts.get(type) == null) {
      throw new InvalidField("/proposed/" + nameOf(type), "is what a %s needs".formatted(type))
          .refused();
    }
    parts.forEach(
        (other, part) -> {
          if (other != type && part != null && !movesWith(type, other)) {
            throw new InvalidField("/proposed/" + nameOf(other), "does not belong to a " + type)
                .refused();
          }
        });
  }

  /** A partner who moves to another state is registered there: both change, or neither. */
  private static boolean movesWith(AmendmentType type, AmendmentType other) {
    return type == AmendmentType.UPDATE_GST && other == AmendmentType.UPDATE_ADDRESS;
  }

  /** Whether the change is one that only a director decides. */
  boolean isDirectors(AmendmentType type) {
    return type.isDirectors() || address != null;
  }

  private Map<AmendmentType, Object> parts() {
    Map<AmendmentType, Object> parts = new LinkedHashMap<>();
    parts.put(AmendmentType.ADD_LOCATION, location);
    parts.put(AmendmentType.CHANGE_BANK, bank);
    parts.put(AmendmentType.UPDATE_GST, tax);
    parts.put(AmendmentType.INCREASE_CREDIT_LIMIT, creditLimit);
    parts.put(AmendmentType.ADD_EMPLOYEE, employee);
    parts.put(AmendmentType.UPDATE_CONTACT, contact);
    parts.put(AmendmentType.UPDATE_ADDRESS, address);
    parts.put(AmendmentType.ADD_VEHICLE, vehicle);
    return parts;
  }

  private static String nameOf(AmendmentType type) {
    return switch (type) {
      case ADD_LOCATION -> "location";
      case CHANGE_BANK -> "bank";
      case UPDATE_GST -> "tax";
      case INCREASE_CREDIT_LIMIT -> "creditLimit";
      case ADD_EMPLOYEE -> "employee";
      case UPDATE_CONTACT -> "contact";
      case UPDATE_ADDRESS -> "address";
      case ADD_VEHICLE -> "vehicle";
    };
  }
}
