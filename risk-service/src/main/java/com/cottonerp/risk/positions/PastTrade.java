package com.cottonerp.risk.positions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A trade and its progress. Only the projection changes this row. */
@Entity
@Table(name = "trade_history")
public class PastTrade {
  @Id
  @Column(name = "trade_id")
  UUID tradeId;

  @Column(name = "buyer_id")
  UUID buyerId;

  @Column(name = "seller_id")
  UUID sellerId;

  @Column(name = "commodity_id")
  UUID commodityId;

  @Column(name = "trade_date")
  LocalDate tradeDate;

  String status;

  /** True from the first dispute on, also after the trade has ended well. */
  boolean disputed;
}
