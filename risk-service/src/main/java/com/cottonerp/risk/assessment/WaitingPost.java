package com.cottonerp.risk.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A post or pair that arrived before the inputs of its assessment were known. */
@Entity
@Immutable
@Table(name = "waiting_post")
class WaitingPost {
  @Id
  @Column(name = "cause_id")
  UUID causeId;

  @Column(name = "partner_id")
  UUID partnerId;

  /** The seller of a pair. */
  @Column(name = "other_partner_id")
  UUID otherPartnerId;

  @JdbcTypeCode(SqlTypes.JSON)
  Post post;

  @JdbcTypeCode(SqlTypes.JSON)
  ProposedPair pair;

  static WaitingPost of(UUID causeId, Post post) {
    WaitingPost waiting = new WaitingPost();
    waiting.causeId = causeId;
    waiting.partnerId = post.partnerId();
    waiting.post = post;
    return waiting;
  }

  static WaitingPost of(UUID causeId, ProposedPair pair) {
    WaitingPost waiting = new WaitingPost();
    waiting.causeId = causeId;
    waiting.partnerId = pair.buyerId();
    waiting.otherPartnerId = pair.sellerId();
    waiting.pair = pair;
    return waiting;
  }
}
