package com.cottonerp.partners.employees;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The employees of all partners. */
@ApplicationScoped
class Employees implements PanacheRepositoryBase<Employee, UUID> {
  Uni<Employee> get(UUID partnerId, UUID id) {
    return find(
            "id = ?1 and partnerId = ?2 and status <> ?3", id, partnerId, EmployeeStatus.DELETED)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("employee", id).refused());
  }

  Uni<List<Employee>> of(UUID partnerId) {
    return list("partnerId = ?1 and status <> ?2 order by id", partnerId, EmployeeStatus.DELETED);
  }
}
