package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.posting.Counterparts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A binding contract. What it is about never changes; only how far it is does. */
@Entity
@Table(name = "trade")
public class Trade extends AggregateRoot {
  @Id private UUID id;
  private String number;

  @Embedded private Counterparts counterparts;

  @Column(name = "negotiation_id")
  private UUID negotiationId;

  @Column(name = "reservation_id")
  private UUID reservationId;

  @Enumerated(EnumType.STRING)
  private TradeStatus status;

  private BigDecimal quantity;

  @Column(name = "quantity_unit")
  private String quantityUnit;

  /** The same quantity in the unit of the requirement. */
  @Column(name = "wish_quantity")
  private BigDecimal requirementQuantity;

  @Column(name = "base_quantity")
  private BigDecimal baseQuantity;

  @Column(name = "base_unit")
  private String baseUnit;

  private BigDecimal price;

  @Column(name = "price_unit")
  private String priceUnit;

  private BigDecimal value;
  private String currency;

  @JdbcTypeCode(SqlTypes.JSON)
  private GstSplit gst;

  @Embedded private TradeAddresses addresses;

  @Column(name = "trade_date")
  private LocalDate tradeDate;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  private String reason;

  /** Who makes it under which number, and when. */
  record Making(UUID id, String number, String by, Instant now) {}

  protected Trade() {}

  /**
   * @param measure the units of the availability
   * @param gstRate in percent
   */
  static Trade of(
      Making making, Negotiation agreed, Measure measure, BigDecimal gstRate, Supply supply) {
    Trade trade = new Trade();
    trade.id = making.id();
    trade.number = making.number();
    trade.negotiationId = agreed.id();
    trade.counterparts = agreed.counterparts();
    trade.reservationId = agreed.reservationId();
    trade.status = TradeStatus.ACTIVE;
    trade.quantity = agreed.terms().quantity();
    trade.quantityUnit = measure.quantityUnit();
    trade.requirementQuantity = agreed.requirementQuantity();
    trade.baseQuantity = measure.base(trade.quantity);
    trade.baseUnit = measure.baseUnit();
    trade.price = agreed.terms().price();
    trade.priceUnit = measure.priceUnit();
    trade.value = measure.value(trade.quantity, trade.price);
    trade.currency = measure.currency();
    trade.addresses = supply.addresses();
    trade.gst = GstRules.split(trade.value, gstRate, supply);
    trade.tradeDate = BusinessDay.of(making.now());
    trade.createdBy = making.by();
    trade.createdAt = making.now();
    trade.raise(trade.created());
    trade.raise(
        new PartnerContactShared(
            trade.id, trade.number, trade.counterparts.buyerId(), trade.counterparts.sellerId()));
    return trade;
  }

  private TradeCreated created() {
    return new TradeCreated(
        id,
        number,
        negotiationId,
        counterparts.requirementId(),
        counterparts.availabilityId(),
        counterparts.buyerId(),
        counterparts.sellerId(),
        counterparts.commodityId(),
        quantity,
        quantityUnit,
        baseQuantity,
        baseUnit,
        price(),
        priceUnit,
        value(),
        gst,
        addresses.shipTo(),
        addresses.billTo(),
        addresses.shipFrom(),
        tradeDate);
  }

  /**
   * @param side null for internal users
   */
  void become(TradeStatus next, Side side, String by, String why, Instant now) {
    if (!status.mayBecome(next)) {
      throw new TradeRefusal.TradeNotMovable(id, status, next).refused();
    }
    if (side != null && !status.mayBeMovedBy(side, next)) {
      throw new TradeRefusal.NotYourMove(next).refused();
    }
    TradeStatus before = status;
    status = next;
    reason = why;
    if (next == TradeStatus.DELIVERED) {
      deliveredAt = now;
    }
    raise(
        new TradeStatusChanged(
            id,
            number,
            counterparts.buyerId(),
            counterparts.sellerId(),
            before.name(),
            next.name(),
            by));
  }

  /** Where a party stands; refuses who is none, as if the trade were not there. */
  Side sideOf(UUID partnerId) {
    return counterparts.sideOf(partnerId, "trade", id);
  }

  Counterparts counterparts() {
    return counterparts;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Trade";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }

  String number() {
    return number;
  }

  UUID reservationId() {
    return reservationId;
  }

  TradeStatus status() {
    return status;
  }

  BigDecimal requirementQuantity() {
    return requirementQuantity;
  }

  BigDecimal baseQuantity() {
    return baseQuantity;
  }

  String baseUnit() {
    return baseUnit;
  }

  /** Without tax. */
  Money value() {
    return new Money(value, currency);
  }

  UUID negotiationId() {
    return negotiationId;
  }

  BigDecimal quantity() {
    return quantity;
  }

  String quantityUnit() {
    return quantityUnit;
  }

  Money price() {
    return new Money(price, currency);
  }

  String priceUnit() {
    return priceUnit;
  }

  GstSplit gst() {
    return gst;
  }

  TradeAddresses addresses() {
    return addresses;
  }

  LocalDate tradeDate() {
    return tradeDate;
  }

  String createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Null until the buyer has the goods. */
  Instant deliveredAt() {
    return deliveredAt;
  }

  String reason() {
    return reason;
  }
}
