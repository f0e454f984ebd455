package com.cottonerp.settings.commodities;

import com.cottonerp.contracts.settings.v1.CommodityCreated;
import com.cottonerp.contracts.settings.v1.CommodityDeactivated;
import com.cottonerp.contracts.settings.v1.CommoditySnapshot;
import com.cottonerp.contracts.settings.v1.CommodityUpdated;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.settings.units.OwnWeights;
import com.cottonerp.settings.units.Unit;
import com.cottonerp.settings.units.UnitConversion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A traded commodity: its units, its quality parameters, its rules. */
@Entity
@Table(name = "commodity")
public class Commodity extends AggregateRoot {
  private static final String DEFAULT_CURRENCY = "INR";

  @Id private UUID id;
  private String code;
  private String name;
  private String category;

  @Column(name = "hsn_code")
  private String hsnCode;

  @Column(name = "gst_rate")
  private BigDecimal gstRate;

  private String description;

  @Enumerated(EnumType.STRING)
  @Column(name = "base_unit")
  private Unit baseUnit;

  @Enumerated(EnumType.STRING)
  @Column(name = "trade_unit")
  private Unit tradeUnit;

  @Enumerated(EnumType.STRING)
  @Column(name = "rate_unit")
  private Unit rateUnit;

  @Column(name = "standard_weight_per_unit")
  private BigDecimal standardWeightPerUnit;

  @Column(name = "candy_weight")
  private BigDecimal candyWeight;

  private String currency;

  @Column(name = "delivery_tolerance_percent")
  private BigDecimal deliveryTolerancePercent;

  @Column(name = "weight_tolerance_percent")
  private BigDecimal weightTolerancePercent;

  @JdbcTypeCode(SqlTypes.JSON)
  private Details details;

  @Column(name = "circular_trading_blocked")
  private boolean circularTradingBlocked;

  private boolean active;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  /**
   * Read and written as a whole; wrapped in one JSON object, since the driver takes no JSON array.
   */
  record Details(
      List<Parameter> parameters,
      List<Variety> varieties,
      TradeRulesBody exportRules,
      TradeRulesBody importRules) {}

  protected Commodity() {}

  /**
   * @param parametersOfCategory used when the body names no parameters
   */
  static Commodity create(UUID id, CommodityBody body, List<Parameter> parametersOfCategory) {
    Commodity commodity = new Commodity();
    commodity.id = id;
    commodity.active = true;
    commodity.describe(body, parametersOfCategory);
    commodity.raise(new CommodityCreated(commodity.snapshot()));
    return commodity;
  }

  void change(CommodityBody body) {
    CommoditySnapshot before = snapshot();
    describe(body, List.of());
    if (!before.equals(snapshot())) {
      raise(new CommodityUpdated(snapshot()));
    }
  }

  private void describe(CommodityBody body, List<Parameter> parametersOfCategory) {
    CommodityUnits units = CommodityUnits.of(body);
    List<Parameter> measured = body.parameters() == null ? parametersOfCategory : body.parameters();
    Parameter.check(measured);
    code = body.code();
    name = body.name();
    category = body.category();
    hsnCode = body.hsnCode();
    gstRate = body.gstRate();
    description = body.description();
    baseUnit = units.base();
    tradeUnit = units.trade();
    rateUnit = units.rate();
    standardWeightPerUnit = body.standardWeightPerUnit();
    candyWeight = body.candyWeight();
    currency = Objects.requireNonNullElse(body.currency(), DEFAULT_CURRENCY);
    deliveryTolerancePercent = body.deliveryTolerancePercent();
    weightTolerancePercent = body.weightTolerancePercent();
    details =
        new Details(
            List.copyOf(measured),
            body.varieties() == null ? List.of() : List.copyOf(body.varieties()),
            body.exportRules(),
            body.importRules());
    circularTradingBlocked = !Boolean.FALSE.equals(body.circularTradingBlocked());
  }

  void deactivate() {
    if (!active) {
      throw new CommodityRefusal.CommodityInactive(id).refused();
    }
    active = false;
    raise(new CommodityDeactivated(id, code));
  }

  void activate() {
    if (active) {
      throw new CommodityRefusal.CommodityActive(id).refused();
    }
    active = true;
    raise(new CommodityUpdated(snapshot()));
  }

  /** Deletes the commodity and frees its code; subscribers see an inactive commodity. */
  void delete(Instant now) {
    deletedAt = now;
    if (active) {
      deactivate();
    }
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /** How many base units are in one unit; empty when the commodity is not counted in it. */
  public Optional<BigDecimal> factorOf(Unit unit) {
    return unit.measuresTheSameAs(baseUnit)
        ? Optional.of(unit.factor(ownWeights()))
        : Optional.empty();
  }

  private OwnWeights ownWeights() {
    return new OwnWeights(standardWeightPerUnit, candyWeight);
  }

  UnitConversion conversion() {
    return new UnitConversion(ownWeights());
  }

  Unit baseUnit() {
    return baseUnit;
  }

  Unit tradeUnit() {
    return tradeUnit;
  }

  Unit rateUnit() {
    return rateUnit;
  }

  String currency() {
    return currency;
  }

  String category() {
    return category;
  }

  List<Parameter> parameters() {
    return details.parameters();
  }

  private CommoditySnapshot snapshot() {
    return new CommoditySnapshot(
        id,
        code,
        name,
        category,
        hsnCode,
        gstRate,
        baseUnit.name(),
        tradeUnit.name(),
        tradeUnit.factor(ownWeights()),
        rateUnit.name(),
        rateUnit.factor(ownWeights()),
        standardWeightPerUnit,
        deliveryTolerancePercent,
        weightTolerancePercent,
        currency,
        details.parameters().stream().map(Parameter::published).toList(),
        TradeRulesBody.published(details.exportRules()),
        TradeRulesBody.published(details.importRules()),
        circularTradingBlocked,
        active);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Commodity";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }

  CommodityView view() {
    return new CommodityView(
        id,
        code,
        name,
        category,
        hsnCode,
        gstRate,
        description,
        baseUnit,
        tradeUnit,
        rateUnit,
        standardWeightPerUnit,
        candyWeight,
        currency,
        deliveryTolerancePercent,
        weightTolerancePercent,
        details.parameters(),
        details.varieties(),
        details.exportRules(),
        details.importRules(),
        circularTradingBlocked,
        active);
  }
}
