package com.cottonerp.settings.commissions;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.defaults.commission.CommissionRule;
import com.cottonerp.defaults.commission.CommissionRule.Tier;
import com.cottonerp.defaults.commission.CommissionType;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The broker's commission on a trade of a commodity, of a trade type, or of both. */
@Entity
@Table(name = "commission_structure")
public class CommissionStructure extends AggregateRoot {
  private static final String DEFAULT_CURRENCY = "INR";

  @Id private UUID id;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Column(name = "trade_type_id")
  private UUID tradeTypeId;

  private String name;

  @Enumerated(EnumType.STRING)
  private CommissionType type;

  private BigDecimal rate;

  @Column(name = "fixed_amount")
  private BigDecimal fixedAmount;

  @JdbcTypeCode(SqlTypes.JSON)
  private Tiers tiers;

  @Column(name = "amount_per_unit")
  private BigDecimal amountPerUnit;

  private String unit;

  @Column(name = "unit_factor")
  private BigDecimal unitFactor;

  @Column(name = "min_amount")
  private BigDecimal minAmount;

  @Column(name = "max_amount")
  private BigDecimal maxAmount;

  @Enumerated(EnumType.STRING)
  @Column(name = "applies_to")
  private AppliesTo appliesTo;

  private String currency;
  private boolean active;

  /** Wrapped in one JSON object, since the driver takes no JSON array. */
  record Tiers(List<Tier> tiers) {}

  protected CommissionStructure() {}

  /**
   * @param counted the unit that the body names; null when it names none
   */
  static CommissionStructure create(UUID id, CommissionBody body, CountedUnit counted) {
    CommissionStructure structure = new CommissionStructure();
    structure.id = id;
    structure.describe(body, counted);
    structure.raise(structure.view());
    return structure;
  }

  void change(CommissionBody body, CountedUnit counted) {
    CommissionStructureSet before = view();
    describe(body, counted);
    if (!before.equals(view())) {
      raise(view());
    }
  }

  private void describe(CommissionBody body, CountedUnit counted) {
    if (body.commodityId() == null && body.tradeTypeId() == null) {
      throw new InvalidField("/commodityId", "is needed without a tradeTypeId").refused();
    }
    CommissionRule rule = body.rule();
    commodityId = body.commodityId();
    tradeTypeId = body.tradeTypeId();
    name = body.name();
    type = rule.type();
    rate = rule.rate();
    fixedAmount = rule.fixedAmount();
    tiers = new Tiers(List.copyOf(rule.tiers()));
    amountPerUnit = rule.amountPerUnit();
    unit = counted == null ? null : counted.code();
    unitFactor = counted == null ? null : counted.factor();
    minAmount = rule.minAmount();
    maxAmount = rule.maxAmount();
    appliesTo = body.appliesTo();
    currency = Objects.requireNonNullElse(body.currency(), DEFAULT_CURRENCY);
    active = !Boolean.FALSE.equals(body.active());
  }

  /**
   * The commission on a value in the structure's currency.
   *
   * @param units how many units the quantity is; null unless it is for each unit
   */
  Money commissionOn(BigDecimal value, BigDecimal units) {
    if (!active) {
      throw new CommissionRefusal.CommissionInactive(id).refused();
    }
    if ((type == CommissionType.PER_UNIT) != (units != null)) {
      throw new InvalidField("/quantity", "is given for a commission per unit, and for no other")
          .refused();
    }
    CommissionRule rule =
        new CommissionRule(
            type, rate, fixedAmount, tiers.tiers(), amountPerUnit, minAmount, maxAmount);
    return new Money(rule.on(value, units), currency);
  }

  String currency() {
    return currency;
  }

  AppliesTo appliesTo() {
    return appliesTo;
  }

  /** The API's view equals the published event. */
  CommissionStructureSet view() {
    return new CommissionStructureSet(
        id,
        commodityId,
        tradeTypeId,
        name,
        type.toString(),
        rate,
        fixedAmount,
        tiers.tiers().stream()
            .map(tier -> new CommissionStructureSet.Tier(tier.fromValue(), tier.rate()))
            .toList(),
        minAmount,
        maxAmount,
        appliesTo.toString(),
        currency,
        active,
        amountPerUnit,
        unit,
        unitFactor);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "CommissionStructure";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }
}
