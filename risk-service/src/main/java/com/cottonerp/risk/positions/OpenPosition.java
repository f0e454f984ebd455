package com.cottonerp.risk.positions;

import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** An open position of a partner. Only the projection changes this row. */
@Entity
@Table(name = "open_position")
public class OpenPosition {
  @Id
  @Column(name = "position_id")
  UUID positionId;

  @Column(name = "partner_id")
  UUID partnerId;

  @Column(name = "subject_type")
  String subjectType;

  @Column(name = "subject_id")
  UUID subjectId;

  String side;

  @Column(name = "commodity_id")
  UUID commodityId;

  @Column(name = "open_quantity")
  BigDecimal openQuantity;

  BigDecimal value;
  String currency;

  /** The day in India whose rate counts; null for a post, which is no exposure. */
  @Column(name = "traded_on")
  LocalDate tradedOn;

  void replaceWith(PositionSnapshot position) {
    positionId = position.positionId();
    partnerId = position.partnerId();
    subjectType = position.subjectType();
    subjectId = position.subjectId();
    side = position.side();
    commodityId = position.commodityId();
    openQuantity = position.openQuantity();
    value = position.value().amount();
    currency = position.value().currency();
  }
}
