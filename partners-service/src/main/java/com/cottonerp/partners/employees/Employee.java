package com.cottonerp.partners.employees;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may act for a partner. */
@Entity
@Table(name = "partner_employee")
public class Employee {
  @Id UUID id;

  @Column(name = "partner_id")
  UUID partnerId;

  String name;
  String email;
  String phone;
  String designation;

  @Enumerated(EnumType.STRING)
  EmployeeRole role;

  @Enumerated(EnumType.STRING)
  EmployeeStatus status;

  /** The opaque id of the user; null until the subject is known. */
  @Column(name = "user_id")
  String userId;

  @Column(name = "invited_at")
  Instant invitedAt;

  @Column(name = "activated_at")
  Instant activatedAt;

  static Employee invited(UUID id, UUID partnerId, EmployeeBody body, Instant now) {
    Employee employee = new Employee();
    employee.id = id;
    employee.partnerId = partnerId;
    employee.name = body.name();
    employee.email = body.email();
    employee.phone = EmployeeRules.phone(body);
    employee.designation = body.designation();
    employee.role = body.role();
    employee.status = EmployeeStatus.INVITED;
    employee.invitedAt = now;
    return employee;
  }

  /**
   * @param user the opaque id of the user; null leaves it as it is
   */
  void become(EmployeeStatus next, String user, Instant now) {
    if (!status.mayBecome(next) && !isDeactivatedByName(next, user)) {
      throw new EmployeeRefusal.EmployeeStatusStays(status, next).refused();
    }
    if (next != EmployeeStatus.ACTIVE && user != null && userId != null && !user.equals(userId)) {
      throw new EmployeeRefusal.OtherSubject(id).refused();
    }
    userId = user == null ? userId : user;
    if (userId == null && needsSubject(next)) {
      throw new EmployeeRefusal.EmployeeWithoutSubject(id).refused();
    }
    status = next;
    if (next == EmployeeStatus.ACTIVE) {
      activatedAt = now;
    }
  }

  // Who was deactivated before subjects were recorded may still come in: now one says who it is.
  private boolean isDeactivatedByName(EmployeeStatus next, String user) {
    return status == EmployeeStatus.INACTIVE
        && next == EmployeeStatus.INACTIVE
        && userId == null
        && user != null;
  }

  // WHY: without a subject, the access of an employee who has logged in could not be withdrawn.
  private boolean needsSubject(EmployeeStatus next) {
    return next == EmployeeStatus.ACTIVE || status != EmployeeStatus.INVITED;
  }

  View view() {
    return new View(
        id, name, email, phone, designation, role, status, userId, invitedAt, activatedAt);
  }

  /**
   * An employee as the API shows it.
   *
   * @param userId the opaque id of the user in all services; null until the subject is known
   * @param activatedAt the last time; null before it
   */
  @Schema(name = "EmployeeView")
  record View(
      UUID id,
      String name,
      String email,
      @Nullable String phone,
      @Nullable String designation,
      EmployeeRole role,
      EmployeeStatus status,
      @Nullable @Schema(description = "An opaque id; null until the subject is known")
          String userId,
      Instant invitedAt,
      @Nullable @Schema(description = "The last time; null before it") Instant activatedAt) {}
}
