package com.cottonerp.risk.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A post whose partner was not known when it came. */
@Entity
@Table(name = "waiting_post")
class WaitingPost {
  @Id
  @Column(name = "cause_id")
  UUID causeId;

  @Column(name = "partner_id")
  UUID partnerId;

  @JdbcTypeCode(SqlTypes.JSON)
  Post post;

  static WaitingPost of(UUID causeId, Post post) {
    WaitingPost waiting = new WaitingPost();
    waiting.causeId = causeId;
    waiting.partnerId = post.partnerId();
    waiting.post = post;
    return waiting;
  }
}
