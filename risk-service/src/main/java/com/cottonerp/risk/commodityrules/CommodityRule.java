package com.cottonerp.risk.commodityrules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The rules of one commodity. Only the projection changes it. */
@Entity
@Table(name = "commodity_rules")
public class CommodityRule {
  @Id
  @Column(name = "commodity_id")
  UUID commodityId;

  String code;

  @Column(name = "circular_trading_blocked")
  boolean circularTradingBlocked;

  boolean active;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  public boolean circularTradingBlocked() {
    return circularTradingBlocked;
  }
}
