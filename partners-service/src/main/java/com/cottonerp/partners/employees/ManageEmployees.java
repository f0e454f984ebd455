package com.cottonerp.partners.employees;

import com.cottonerp.defaults.access.EmployeeAccess;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Invites, activates and removes employees, in the caller's transaction. */
@ApplicationScoped
public class ManageEmployees {
  private static final Set<EmployeeStatus> COUNTED =
      EnumSet.of(EmployeeStatus.INVITED, EmployeeStatus.ACTIVE);

  private final Employees employees;
  private final Partners partners;
  private final EmployeeAccess access;
  private final String issuer;
  private final IdSource ids;
  private final Clock clock;

  ManageEmployees(
      Employees employees,
      Partners partners,
      EmployeeAccess access,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      IdSource ids,
      Clock clock) {
    this.employees = employees;
    this.partners = partners;
    this.access = access;
    this.issuer = issuer;
    this.ids = ids;
    this.clock = clock;
  }

  /** Refuses an address at a provider of free mail. */
  public static void check(EmployeeBody body) {
    if (KeyedHashes.companyDomain(body.email()) == null) {
      throw new InvalidField("/email", "is at the domain of a company").refused();
    }
  }

  public Uni<Employee> invite(BusinessPartner partner, EmployeeBody body) {
    check(body);
    partner.mustNotBeInactive();
    // The partner's row stays locked, so that two invitations do not pass the limit together.
    return partners
        .lock(partner)
        .chain(() -> employees.of(partner.id()))
        .invoke(all -> mustBeNew(body, all))
        .invoke(all -> mustBeWithinLimit(partner, all))
        .map(all -> Employee.invited(ids.next(), partner.id(), body, clock.instant()))
        .chain(employees::persist);
  }

  private static void mustBeNew(EmployeeBody body, List<Employee> all) {
    all.stream()
        .filter(other -> other.email.equalsIgnoreCase(body.email()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new EmployeeRefusal.EmployeeKnown(other.id).refused();
            });
  }

  private static void mustBeWithinLimit(BusinessPartner partner, List<Employee> all) {
    long counted = all.stream().filter(one -> COUNTED.contains(one.status)).count();
    if (counted >= partner.maxEmployees()) {
      throw new EmployeeRefusal.EmployeeLimitReached(partner.maxEmployees()).refused();
    }
  }

  /**
   * Lets an employee act for their partner, or act no more.
   *
   * @param body who they are at the identity provider; null when that was said before
   */
  Uni<Employee> become(
      BusinessPartner partner, UUID employeeId, EmployeeStatus next, SubjectBody body) {
    String user = body == null ? null : SubjectIds.of(issuer, body.subject().strip()).toString();
    return become(partner, employeeId, next, user);
  }

  private Uni<Employee> become(
      BusinessPartner partner, UUID employeeId, EmployeeStatus next, String user) {
    return partners
        .lock(partner)
        .chain(() -> employees.of(partner.id()))
        .chain(
            all ->
                employees
                    .get(partner.id(), employeeId)
                    .invoke(
                        employee -> {
                          if (next == EmployeeStatus.ACTIVE && !COUNTED.contains(employee.status)) {
                            mustBeWithinLimit(partner, all);
                          }
                          mustBeOnlyOne(employee, user, all);
                          employee.become(next, user, clock.instant());
                        })
                    .call(employee -> makeKnown(partner, employee)));
  }

  private static void mustBeOnlyOne(Employee employee, String user, List<Employee> all) {
    all.stream()
        .filter(other -> user != null && user.equals(other.userId) && !other.id.equals(employee.id))
        .findFirst()
        .ifPresent(
            other -> {
              throw new EmployeeRefusal.UserKnown(other.id).refused();
            });
  }

  // Here at once, in the other services by the event.
  private Uni<Void> makeKnown(BusinessPartner partner, Employee employee) {
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
