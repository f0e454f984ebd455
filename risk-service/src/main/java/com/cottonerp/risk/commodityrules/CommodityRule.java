package com.cottonerp.risk.commodityrules;

import com.cottonerp.contracts.settings.v1.TradeRules;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

  String currency;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "export_rules")
  TradeRules exportRules;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "import_rules")
  TradeRules importRules;

  boolean active;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  /** Null for a commodity without export rules. */
  public TradeRules exportRules() {
    return exportRules;
  }

  /** Null for a commodity without import rules. */
  public TradeRules importRules() {
    return importRules;
  }

  /** Of the values in its rules; null for a commodity from before it was kept. */
  public String currency() {
    return currency;
  }

  public boolean circularTradingBlocked() {
    return circularTradingBlocked;
  }
}
