package com.cottonerp.partners.employees;

import com.cottonerp.defaults.access.EmployeeAccess;
import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves an employee to the next status: may act for the partner, may not, is removed. In the
 * caller's transaction.
 */
@ApplicationScoped
class MoveEmployee {
  private final Employees employees;
  private final Partners partners;
  private final EmployeeAccess access;
  private final String issuer;
  private final Clock clock;

  MoveEmployee(
      Employees employees,
      Partners partners,
      EmployeeAccess access,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      Clock clock) {
    this.employees = employees;
    this.partners = partners;
    this.access = access;
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * @param body the employee's subject at the identity provider; null when an earlier request named
   *     the subject
   */
  Uni<Employee> move(
      BusinessPartner partner, UUID employeeId, EmployeeStatus next, SubjectBody body) {
    String user = body == null ? null : SubjectIds.of(issuer, body.subject().strip()).toString();
    return partners
        .lock(partner)
        .chain(() -> employees.of(partner.id()))
        .chain(
            all ->
                employees
                    .get(partner.id(), employeeId)
                    .invoke(
                        employee -> {
                          if (next == EmployeeStatus.ACTIVE && !EmployeeRules.counts(employee)) {
                            EmployeeRules.mustHaveRoom(partner, all);
                          }
                          EmployeeRules.mustBeNobodyElse(employee, user, all);
                          employee.become(next, user, clock.instant());
                        })
                    .call(employee -> publishAccess(partner, employee)));
  }

  // This service knows at once; the others know by the event.
  private Uni<Void> publishAccess(BusinessPartner partner, Employee employee) {
    if (employee.userId == null) {
      return Uni.createFrom().voidItem();
    }
    boolean allowed = employee.status == EmployeeStatus.ACTIVE;
    long sequence = partner.employeeAccessChanged(employee.id, employee.userId, allowed);
    return access
        .note(partner.id(), employee.userId, allowed, sequence)
        .chain(() -> partners.save(partner))
        .replaceWithVoid();
  }
}
