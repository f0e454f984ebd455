package com.cottonerp.settings.terms;

import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.settings.v1.TradeTermCreated;
import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.contracts.settings.v1.TradeTermUpdated;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** A term that contracts may name. Never deleted, since old contracts name terms. */
@Entity
@Table(name = "trade_term")
public class TradeTerm extends AggregateRoot {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private TermKind kind;

  private String code;
  private String name;
  private String description;

  @Column(name = "requires_approval")
  private Boolean requiresApproval;

  @Column(name = "requires_quality_test")
  private Boolean requiresQualityTest;

  @Column(name = "weight_deduction_percent")
  private BigDecimal weightDeductionPercent;

  @Column(name = "includes_freight")
  private Boolean includesFreight;

  @Column(name = "includes_insurance")
  private Boolean includesInsurance;

  @Column(name = "payment_days")
  private Integer paymentDays;

  @Column(name = "payment_percent")
  private BigDecimal paymentPercent;

  private boolean active;

  protected TradeTerm() {}

  static TradeTerm create(UUID id, TradeTermBody body) {
    TradeTerm term = new TradeTerm();
    term.id = id;
    term.kind = body.kind();
    term.active = true;
    term.describe(body);
    term.raise(new TradeTermCreated(term.view()));
    return term;
  }

  void change(TradeTermBody body) {
    if (body.kind() != kind) {
      throw new InvalidField("/kind", "is %s and stays so".formatted(kind)).refused();
    }
    TradeTermSnapshot before = view();
    describe(body);
    if (!before.equals(view())) {
      raise(new TradeTermUpdated(view()));
    }
  }

  void activate(boolean wanted) {
    if (active == wanted) {
      throw (wanted ? new TermRefusal.TermActive(id) : new TermRefusal.TermInactive(id)).refused();
    }
    active = wanted;
    raise(new TradeTermUpdated(view()));
  }

  private void describe(TradeTermBody body) {
    body.check();
    code = body.code();
    name = body.name();
    description = body.description();
    requiresApproval = body.requiresApproval();
    requiresQualityTest = body.requiresQualityTest();
    weightDeductionPercent = body.weightDeductionPercent();
    includesFreight = body.includesFreight();
    includesInsurance = body.includesInsurance();
    paymentDays = body.paymentDays();
    paymentPercent = body.paymentPercent();
  }

  /** The API's view equals the published event. */
  TradeTermSnapshot view() {
    return new TradeTermSnapshot(
        id,
        kind.toString(),
        code,
        name,
        description,
        requiresApproval,
        requiresQualityTest,
        weightDeductionPercent,
        includesFreight,
        includesInsurance,
        paymentDays,
        paymentPercent,
        active);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "TradeTerm";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }
}
