package com.cottonerp.partners.brokerconsent;

import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether the brokerage may act on behalf of a partner. A partner has one at most; giving it again
 * replaces what was said before, and the audit keeps that.
 */
@Entity
@Table(name = "broker_consent")
class BrokerConsent extends AggregateRoot {
  @Id private UUID id;

  @Column(name = "partner_id")
  private UUID partnerId;

  private boolean given;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  private String evidence;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Column(name = "recorded_by_broker")
  private boolean recordedByBroker;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /**
   * Who says so, and when.
   *
   * @param user an opaque id
   * @param broker whether the user is one of the brokerage
   */
  record Saying(String user, boolean broker, Instant now) {}

  protected BrokerConsent() {}

  static BrokerConsent of(UUID id, UUID partnerId) {
    BrokerConsent consent = new BrokerConsent();
    consent.id = id;
    consent.partnerId = partnerId;
    return consent;
  }

  /**
   * Refuses a user of the brokerage after a user of the partner has withdrawn it.
   *
   * @param until the last day of it, in India
   * @param ground where the partner said so; null when its own user says so
   */
  void give(LocalDate until, String ground, Saying saying) {
    if (saying.broker() && recordedAt != null && !given && !recordedByBroker) {
      throw new BrokerConsentRefusal.ConsentWithdrawn(partnerId).refused();
    }
    given = true;
    validUntil = until;
    evidence = ground;
    say(saying);
  }

  void withdraw(String why, Saying saying) {
    if (!given) {
      throw new BrokerConsentRefusal.ConsentNotGiven(partnerId).refused();
    }
    given = false;
    validUntil = null;
    evidence = why;
    say(saying);
  }

  private void say(Saying saying) {
    recordedBy = saying.user();
    recordedByBroker = saying.broker();
    recordedAt = saying.now();
    raise(new PartnerBrokerConsentChanged(partnerId, given, validUntil));
  }

  UUID partnerId() {
    return partnerId;
  }

  boolean isGiven() {
    return given;
  }

  /** The last day of it, in India; null when it is not given. */
  LocalDate validUntil() {
    return validUntil;
  }

  /** Null when the partner's own user said so. */
  String evidence() {
    return evidence;
  }

  String recordedBy() {
    return recordedBy;
  }

  boolean isRecordedByBroker() {
    return recordedByBroker;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "BrokerConsent";
  }

  @Override
  public String topic() {
    return PartnerEvent.TOPIC;
  }
}
