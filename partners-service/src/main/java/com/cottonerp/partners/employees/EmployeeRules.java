package com.cottonerp.partners.employees;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.validation.PhoneNumbers;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.partner.BusinessPartner;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What must be true of the employees of one partner. Pure. */
public final class EmployeeRules {
  private static final Set<EmployeeStatus> COUNTED =
      EnumSet.of(EmployeeStatus.INVITED, EmployeeStatus.ACTIVE);

  private EmployeeRules() {}

  /** Refuses an address at a provider of free mail. */
  public static void check(EmployeeBody body) {
    if (KeyedHashes.companyDomain(body.email()) == null) {
      throw new InvalidField("/email", "is at the domain of a company").refused();
    }
    phone(body);
  }

  /** As E.164, a national number as one of India; null for none. Refuses a number that is none. */
  static String phone(EmployeeBody body) {
    return body.phone() == null
        ? null
        : PhoneNumbers.normalised(body.phone(), "IN")
            .orElseThrow(
                () ->
                    new InvalidField(
                            "/phone",
                            "is a phone number that there can be, with the code of its country unless"
                                + " that is India")
                        .refused());
  }

  static void mustBeNew(EmployeeBody body, List<Employee> all) {
    all.stream()
        .filter(other -> other.email.equalsIgnoreCase(body.email()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new EmployeeRefusal.EmployeeKnown(other.id).refused();
            });
  }

  /** Refuses another employee who counts, once the partner has as many as it may have. */
  static void mustHaveRoom(BusinessPartner partner, List<Employee> all) {
    long counted = all.stream().filter(EmployeeRules::counts).count();
    if (counted >= partner.maxEmployees()) {
      throw new EmployeeRefusal.EmployeeLimitReached(partner.maxEmployees()).refused();
    }
  }

  static boolean counts(Employee employee) {
    return COUNTED.contains(employee.status);
  }

  /**
   * Refuses a user who is another employee of the partner.
   *
   * @param user null when the user is not known
   */
  static void mustBeNobodyElse(Employee employee, String user, List<Employee> all) {
    all.stream()
        .filter(other -> user != null && user.equals(other.userId) && !other.id.equals(employee.id))
        .findFirst()
        .ifPresent(
            other -> {
              throw new EmployeeRefusal.UserKnown(other.id).refused();
            });
  }
}
