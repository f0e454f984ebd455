package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.trade.v1.MatchProposed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A pair that may still become a trade: assessed again when one of its parties changes. */
@Entity
@Table(name = "open_pair")
class OpenPair {
  @Id
  @Column(name = "match_id")
  UUID matchId;

  @Column(name = "buyer_id")
  UUID buyerId;

  @Column(name = "seller_id")
  UUID sellerId;

  @Column(name = "requirement_id")
  UUID requirementId;

  @Column(name = "availability_id")
  UUID availabilityId;

  @JdbcTypeCode(SqlTypes.JSON)
  ProposedPair pair;

  static OpenPair of(MatchProposed match, ProposedPair pair) {
    OpenPair open = new OpenPair();
    open.matchId = match.matchId();
    open.buyerId = match.buyerId();
    open.sellerId = match.sellerId();
    open.requirementId = match.requirementId();
    open.availabilityId = match.availabilityId();
    open.pair = pair;
    return open;
  }
}
