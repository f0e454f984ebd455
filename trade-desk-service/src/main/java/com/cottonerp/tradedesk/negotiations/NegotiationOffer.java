package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.posting.ActingSide;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one side offered in one round. */
@Entity
@Table(name = "negotiation_offer")
public class NegotiationOffer {
  @Id UUID id;

  @Column(name = "negotiation_id")
  UUID negotiationId;

  int round;

  @Enumerated(EnumType.STRING)
  @Column(name = "offered_by")
  Side offeredBy;

  /** Who of the brokerage made it; null when the side did. */
  @Column(name = "broker_user")
  String brokerUser;

  BigDecimal price;
  BigDecimal quantity;
  String message;

  /** The terms of trade with this offer; null in those from before terms were named. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "trade_terms")
  NamedTerms tradeTerms;

  @Enumerated(EnumType.STRING)
  Status status;

  @Column(name = "offered_at")
  Instant offeredAt;

  /** What became of it. */
  @Schema(name = "OfferStatus")
  public enum Status {
    PENDING,
    ACCEPTED,
    REJECTED,
    COUNTERED,
    EXPIRED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static NegotiationOffer of(
      UUID id, Negotiation negotiation, ActingSide by, OfferTerms terms, Instant now) {
    NegotiationOffer offer = new NegotiationOffer();
    offer.id = id;
    offer.negotiationId = negotiation.id();
    offer.round = negotiation.round();
    offer.offeredBy = by.side();
    offer.brokerUser = by.brokerUser();
    offer.price = terms.price();
    offer.quantity = terms.quantity();
    offer.message = terms.message();
    offer.tradeTerms = negotiation.tradeTerms();
    offer.status = Status.PENDING;
    offer.offeredAt = now;
    return offer;
  }
}
