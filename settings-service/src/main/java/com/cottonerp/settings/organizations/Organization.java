package com.cottonerp.settings.organizations;

import com.cottonerp.contracts.settings.v1.OrganizationCreated;
import com.cottonerp.contracts.settings.v1.OrganizationDeactivated;
import com.cottonerp.contracts.settings.v1.OrganizationSnapshot;
import com.cottonerp.contracts.settings.v1.OrganizationUpdated;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A legal entity of ours, with its registrations, bank accounts and financial years. */
@Entity
@Table(name = "organization")
public class Organization extends AggregateRoot {
  @Id private UUID id;
  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private OrganizationBody details;

  @JdbcTypeCode(SqlTypes.JSON)
  private GstRegistrations registrations;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "bank_accounts")
  private BankAccounts bankAccounts;

  @JdbcTypeCode(SqlTypes.JSON)
  private FinancialYears years;

  private boolean active;

  protected Organization() {}

  static Organization create(UUID id, OrganizationBody body) {
    Organization organization = new Organization();
    organization.id = id;
    organization.active = true;
    organization.registrations = GstRegistrations.NONE;
    organization.bankAccounts = BankAccounts.NONE;
    organization.years = FinancialYears.NONE;
    organization.describe(body);
    organization.raise(new OrganizationCreated(organization.snapshot()));
    return organization;
  }

  void change(OrganizationBody body) {
    mustBeActive();
    describe(body);
    registrations.all().forEach(this::mustBeOurs);
    raise(new OrganizationUpdated(snapshot()));
  }

  private void describe(OrganizationBody body) {
    details = body.withDefaults();
    name = body.name();
  }

  /** Adds the registration, or replaces the registration with the same id. */
  void put(GstRegistration registration) {
    mustBeActive();
    mustBeOurs(registration);
    registrations = registrations.with(registration);
    raise(new OrganizationUpdated(snapshot()));
  }

  void removeRegistration(UUID registrationId) {
    mustBeActive();
    registrations = registrations.without(registrationId);
    raise(new OrganizationUpdated(snapshot()));
  }

  private void mustBeOurs(GstRegistration registration) {
    if (details.panNumber() != null && !registration.panNumber().equals(details.panNumber())) {
      throw new InvalidField("/gstin", "carries another PAN than the organization's").refused();
    }
  }

  void put(BankAccount account) {
    mustBeActive();
    bankAccounts = bankAccounts.with(account);
    raise(new OrganizationUpdated(snapshot()));
  }

  void removeAccount(UUID accountId) {
    mustBeActive();
    bankAccounts = bankAccounts.without(accountId);
    raise(new OrganizationUpdated(snapshot()));
  }

  void put(FinancialYear year) {
    mustBeActive();
    years = years.with(year);
    raise(new OrganizationUpdated(snapshot()));
  }

  void removeYear(UUID yearId) {
    mustBeActive();
    years = years.without(yearId);
    raise(new OrganizationUpdated(snapshot()));
  }

  void deactivate() {
    mustBeActive();
    active = false;
    raise(new OrganizationDeactivated(id, name));
  }

  void activate() {
    if (active) {
      throw new OrganizationRefusal.OrganizationActive(id).refused();
    }
    active = true;
    raise(new OrganizationUpdated(snapshot()));
  }

  void mustBeActive() {
    if (!active) {
      throw new OrganizationRefusal.OrganizationInactive(id).refused();
    }
  }

  GstRegistration registration(UUID registrationId) {
    return registrations
        .find(registrationId)
        .orElseThrow(() -> new NotFound("GST registration", registrationId).refused());
  }

  BankAccount account(UUID accountId) {
    return bankAccounts
        .find(accountId)
        .orElseThrow(() -> new NotFound("bank account", accountId).refused());
  }

  FinancialYear year(UUID yearId) {
    return years.find(yearId).orElseThrow(() -> new NotFound("financial year", yearId).refused());
  }

  /** The year whose series numbers a document of this date. */
  FinancialYear yearOfNumbers(LocalDate documentDate, LocalDate today) {
    return years.ofNumbers(documentDate, today);
  }

  private OrganizationSnapshot snapshot() {
    return new OrganizationSnapshot(
        id,
        name,
        details.legalName(),
        details.currency(),
        registrations.published(),
        bankAccounts.published(),
        years.published(),
        active);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Organization";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }

  OrganizationView view() {
    return new OrganizationView(
        id, details, registrations.all(), bankAccounts.all(), years.all(), active);
  }
}
