package com.cottonerp.tradedesk.positions;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PositionChanged;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.posting.Side;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** What a partner has open. */
@Entity
@Table(name = "position")
public class Position extends AggregateRoot {
  @Id private UUID id;

  @Column(name = "partner_id")
  private UUID partnerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "subject_type")
  private SubjectType subjectType;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Enumerated(EnumType.STRING)
  private Side side;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Column(name = "open_quantity")
  private BigDecimal openQuantity;

  @Column(name = "base_unit")
  private String baseUnit;

  private BigDecimal value;
  private String currency;
  private boolean open;

  /** What it is a position of. */
  public enum SubjectType {
    AVAILABILITY,
    REQUIREMENT,
    TRADE
  }

  /** Who has it, of what, on which side. */
  public record Subject(
      SubjectType type, UUID id, UUID partnerId, Side side, UUID commodityId, String baseUnit) {}

  protected Position() {}

  /** A thing and its position are two aggregates: the id of the second one is derived. */
  public static UUID idOf(UUID subjectId, Side side) {
    return UuidCreator.getNameBasedSha1(subjectId, "position:" + side);
  }

  static Position open(Subject subject, BigDecimal quantity, Money value) {
    Position position = new Position();
    position.id = idOf(subject.id(), subject.side());
    position.partnerId = subject.partnerId();
    position.subjectType = subject.type();
    position.subjectId = subject.id();
    position.side = subject.side();
    position.commodityId = subject.commodityId();
    position.baseUnit = subject.baseUnit();
    position.openQuantity = quantity;
    position.value = value.amount();
    position.currency = value.currency();
    position.open = true;
    position.raise(new PositionOpened(position.snapshot()));
    return position;
  }

  /**
   * @param newValue in the currency of the position
   */
  void keepOpen(BigDecimal quantity, Money newValue) {
    boolean wasOpen = open;
    boolean same = quantity.compareTo(openQuantity) == 0 && newValue.amount().compareTo(value) == 0;
    if (wasOpen && same) {
      return;
    }
    open = true;
    openQuantity = quantity;
    value = newValue.amount();
    raise(wasOpen ? new PositionChanged(snapshot()) : new PositionOpened(snapshot()));
  }

  void close(String reason) {
    if (open) {
      open = false;
      openQuantity = BigDecimal.ZERO;
      raise(new PositionClosed(id, partnerId, subjectId, reason));
    }
  }

  private PositionSnapshot snapshot() {
    return new PositionSnapshot(
        id,
        partnerId,
        subjectType.name(),
        subjectId,
        side.name(),
        commodityId,
        openQuantity,
        baseUnit,
        new Money(value, currency));
  }

  UUID subjectId() {
    return subjectId;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Position";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }
}
