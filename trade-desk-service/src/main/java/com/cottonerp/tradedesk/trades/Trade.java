package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.contracts.trade.v1.PartnerContactShared;
import com.cottonerp.contracts.trade.v1.TradeCreated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.availabilities.AvailabilityTerms;
import com.cottonerp.tradedesk.availabilities.DeliveryBasis;
import com.cottonerp.tradedesk.negotiations.Negotiation;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Counterparts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.SideBrokers;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A binding contract. What it is about never changes; only how far it is does. */
@Entity
@Table(name = "trade")
public class Trade extends AggregateRoot {
  private static final int REQUIREMENT_SCALE = 3;

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

  /** Who of the brokerage agreed for which side. */
  @Embedded private SideBrokers brokers;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded private Fulfilment fulfilment;

  /** What it is about; null, like the terms, in trades from before they were frozen. */
  @JdbcTypeCode(SqlTypes.JSON)
  private ContractGoods goods;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "trade_terms")
  private NamedTerms tradeTerms;

  /** Null when no commission structure fitted. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Brokerage brokerage;

  private String reason;

  /**
   * Who makes it under which number, and when.
   *
   * @param brokerage null when no commission structure fits
   */
  record Making(UUID id, String number, String by, Brokerage brokerage, Instant now) {}

  protected Trade() {}

  /**
   * @param sold what the seller said of the goods
   * @param gstRate in percent
   */
  static Trade of(
      Making making,
      Negotiation agreed,
      AvailabilityTerms sold,
      BigDecimal gstRate,
      Supply supply) {
    Measure measure = sold.measure();
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
    trade.brokers = agreed.brokers();
    trade.createdAt = making.now();
    trade.fulfilment = Fulfilment.none();
    trade.goods = goods(agreed, sold);
    trade.tradeTerms = agreed.tradeTerms();
    trade.brokerage = making.brokerage();
    trade.raise(trade.created());
    trade.raise(
        new PartnerContactShared(
            trade.id, trade.number, trade.counterparts.buyerId(), trade.counterparts.sellerId()));
    return trade;
  }

  /** A delivery term that was agreed says what the price includes, whatever the post said. */
  private static ContractGoods goods(Negotiation agreed, AvailabilityTerms sold) {
    ContractGoods goods = agreed.goods() == null ? sold.goods() : agreed.goods();
    return new ContractGoods(
        goods.variety(),
        goods.cropYear(),
        goods.quality(),
        DeliveryBasis.by(agreed.tradeTerms()).map(Enum::name).orElse(goods.deliveryBasis()));
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
        tradeDate,
        brokers().ofBuyer(),
        brokers().ofSeller(),
        goods,
        tradeTerms().all(),
        brokerage);
  }

  /**
   * @param side null for internal users
   * @param moved how much goods; null unless the move says it
   */
  void become(
      TradeStatus next, Side side, ActingUser by, String why, BigDecimal moved, Instant now) {
    if (!status.mayBecome(next)) {
      throw new TradeRefusal.TradeNotMovable(id, status, next).refused();
    }
    if (side != null && !status.mayBeMovedBy(side, next)) {
      throw new TradeRefusal.NotYourMove(next).refused();
    }
    TradeStatus before = status;
    fulfilment = fulfilled(before, next, moved, now);
    status = next;
    reason = why;
    raise(
        new TradeStatusChanged(
            id,
            number,
            counterparts.buyerId(),
            counterparts.sellerId(),
            before.name(),
            next.name(),
            by.userId(),
            fulfilment.dispatched(),
            fulfilment.delivered(),
            quantityUnit,
            by.brokerUser()));
  }

  private Fulfilment fulfilled(
      TradeStatus before, TradeStatus next, BigDecimal moved, Instant now) {
    boolean counts = next == TradeStatus.IN_TRANSIT || next == TradeStatus.DELIVERED;
    if (moved != null && !counts) {
      throw new InvalidField("/quantity", "belongs to in_transit and delivered only").refused();
    }
    Fulfilment known = Fulfilment.of(fulfilment, before, quantity);
    return switch (next) {
      case IN_TRANSIT -> known.dispatch(quantity, moved);
      case DELIVERED -> known.deliver(moved, now);
      case COMPLETED -> known.complete(now);
      case DISPUTED -> {
        if (before == TradeStatus.COMPLETED && known.isTooLateToDispute(now)) {
          throw new TradeRefusal.DisputeTooLate(id).refused();
        }
        yield known;
      }
      default -> known;
    };
  }

  /** What can be had again once it is cancelled, in its quantity unit. */
  BigDecimal quantityToGiveBack() {
    return fulfilment().toGiveBack(quantity);
  }

  /** The same in the unit of the requirement, rounded half up to three decimals. */
  BigDecimal requirementQuantityToGiveBack() {
    return requirementQuantity
        .multiply(quantityToGiveBack())
        .divide(quantity, REQUIREMENT_SCALE, RoundingMode.HALF_UP);
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

  SideBrokers brokers() {
    return SideBrokers.of(brokers);
  }

  Instant createdAt() {
    return createdAt;
  }

  Fulfilment fulfilment() {
    return Fulfilment.of(fulfilment, status, quantity);
  }

  /** Null in trades from before goods were frozen. */
  ContractGoods goods() {
    return goods;
  }

  NamedTerms tradeTerms() {
    return NamedTerms.of(tradeTerms);
  }

  /** Null when no commission structure fitted. */
  Brokerage brokerage() {
    return brokerage;
  }

  String reason() {
    return reason;
  }
}
