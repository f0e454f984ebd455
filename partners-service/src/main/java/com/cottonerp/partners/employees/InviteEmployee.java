package com.cottonerp.partners.employees;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A partner invites an employee. In the caller's transaction. */
@ApplicationScoped
public class InviteEmployee {
  private final Employees employees;
  private final Partners partners;
  private final IdSource ids;
  private final Clock clock;

  InviteEmployee(Employees employees, Partners partners, IdSource ids, Clock clock) {
    this.employees = employees;
    this.partners = partners;
    this.ids = ids;
    this.clock = clock;
  }

  public Uni<Employee> invite(BusinessPartner partner, EmployeeBody body) {
    EmployeeRules.check(body);
    partner.mustNotBeInactive();
    // The partner's row stays locked, so that two invitations do not pass the limit together.
    return partners
        .lock(partner)
        .chain(() -> employees.of(partner.id()))
        .invoke(all -> EmployeeRules.mustBeNew(body, all))
        .invoke(all -> EmployeeRules.mustHaveRoom(partner, all))
        .map(all -> Employee.invited(ids.next(), partner.id(), body, clock.instant()))
        .chain(employees::persist);
  }
}
