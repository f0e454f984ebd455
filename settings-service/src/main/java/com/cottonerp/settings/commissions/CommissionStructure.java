package com.cottonerp.settings.commissions;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.settings.commissions.CommissionRule.Tier;
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

  static CommissionStructure create(UUID id, CommissionBody body) {
    CommissionStructure structure = new CommissionStructure();
    structure.id = id;
    structure.describe(body);
    structure.raise(structure.view());
    return structure;
  }

  void change(CommissionBody body) {
    CommissionStructureSet before = view();
    describe(body);
    if (!before.equals(view())) {
      raise(view());
    }
  }

  private void describe(CommissionBody body) {
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
    minAmount = rule.minAmount();
    maxAmount = rule.maxAmount();
    appliesTo = body.appliesTo();
    currency = Objects.requireNonNullElse(body.currency(), DEFAULT_CURRENCY);
    active = !Boolean.FALSE.equals(body.active());
  }

  /** The commission on a value in the structure's currency. */
  Money commissionOn(BigDecimal value) {
    if (!active) {
      throw new CommissionRefusal.CommissionInactive(id).refused();
    }
    CommissionRule rule =
        new CommissionRule(type, rate, fixedAmount, tiers.tiers(), minAmount, maxAmount);
    return new Money(rule.on(value), currency);
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
        active);
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
