package com.cottonerp.tradedesk.commoditycatalog;

import com.cottonerp.contracts.settings.v1.CommoditySnapshot;
import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.contracts.settings.v1.TradeRules;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A commodity in the catalog. Only the projection changes it. */
@Entity
@Table(name = "commodity_catalog")
public class CatalogEntry {
  @Id
  @Column(name = "commodity_id")
  UUID commodityId;

  String code;
  String name;
  String category;

  @Column(name = "hsn_code")
  String hsnCode;

  @Column(name = "gst_rate")
  BigDecimal gstRate;

  @Column(name = "base_unit")
  String baseUnit;

  @Column(name = "trade_unit")
  String tradeUnit;

  @Column(name = "trade_unit_factor")
  BigDecimal tradeUnitFactor;

  @Column(name = "rate_unit")
  String rateUnit;

  @Column(name = "rate_unit_factor")
  BigDecimal rateUnitFactor;

  String currency;

  /** Null until the commodity is published anew, and when it has none. */
  @Column(name = "delivery_tolerance_percent")
  BigDecimal deliveryTolerancePercent;

  @JdbcTypeCode(SqlTypes.JSON)
  Parameters parameters;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "export_rules")
  TradeRules exportRules;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "import_rules")
  TradeRules importRules;

  @Column(name = "circular_trading_blocked")
  boolean circularTradingBlocked;

  boolean active;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  /** One JSON object, since the driver takes no JSON array. */
  record Parameters(List<QualityParameter> all) {}

  void replaceWith(CommoditySnapshot commodity) {
    commodityId = commodity.commodityId();
    code = commodity.code();
    name = commodity.name();
    category = commodity.category();
    hsnCode = commodity.hsnCode();
    gstRate = commodity.gstRate();
    baseUnit = commodity.baseUnit();
    tradeUnit = commodity.tradeUnit();
    tradeUnitFactor = commodity.tradeUnitFactor();
    rateUnit = commodity.rateUnit();
    rateUnitFactor = commodity.rateUnitFactor();
    currency = commodity.currency();
    deliveryTolerancePercent = commodity.deliveryTolerancePercent();
    parameters =
        new Parameters(commodity.parameters() == null ? List.of() : commodity.parameters());
    exportRules = commodity.exportRules();
    importRules = commodity.importRules();
    circularTradingBlocked = commodity.circularTradingBlocked();
    active = commodity.active();
  }

  void reflects(EventPosition at) {
    sequence = at.sequence();
    asOf = at.occurredAt();
  }

  public UUID commodityId() {
    return commodityId;
  }

  public String code() {
    return code;
  }

  /** Raw cotton, HSN 5201: cotton, not carded or combed. */
  public boolean isRawCotton() {
    return hsnCode != null && hsnCode.startsWith("5201");
  }

  public BigDecimal gstRate() {
    return gstRate;
  }

  public String baseUnit() {
    return baseUnit;
  }

  public String tradeUnit() {
    return tradeUnit;
  }

  public BigDecimal tradeUnitFactor() {
    return tradeUnitFactor;
  }

  public String rateUnit() {
    return rateUnit;
  }

  public BigDecimal rateUnitFactor() {
    return rateUnitFactor;
  }

  public String currency() {
    return currency;
  }

  /** How much more or less than agreed is still what was agreed; null for none. */
  public BigDecimal deliveryTolerancePercent() {
    return deliveryTolerancePercent;
  }

  public List<QualityParameter> parameters() {
    return parameters.all();
  }

  public boolean circularTradingBlocked() {
    return circularTradingBlocked;
  }

  public boolean isActive() {
    return active;
  }
}
