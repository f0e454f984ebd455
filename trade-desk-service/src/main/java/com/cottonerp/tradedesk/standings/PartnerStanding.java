package com.cottonerp.tradedesk.standings;

import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How risk sees a partner. Only the projection changes it. */
@Entity
@Table(name = "partner_standing")
public class PartnerStanding {
  @Id
  @Column(name = "partner_id")
  UUID partnerId;

  String level;
  String category;

  @Column(name = "risk_score")
  Integer riskScore;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  static PartnerStanding of(UUID partnerId) {
    PartnerStanding standing = new PartnerStanding();
    standing.partnerId = partnerId;
    return standing;
  }

  void reflects(EventPosition at) {
    sequence = at.sequence();
    asOf = at.occurredAt();
  }

  /** Its exposure is at 90 % of its limit or above. */
  public boolean isRed() {
    return "RED".equals(level);
  }
}
