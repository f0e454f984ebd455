package com.cottonerp.partners.sharedcontacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * From where the seller of a trade ships, and where its buyer is billed. Only the projection
 * changes it.
 */
@Entity
@Table(name = "trade_place")
public class TradePlace {
  @Id
  @Column(name = "trade_id")
  UUID tradeId;

  @Column(name = "buyer_id")
  UUID buyerId;

  @Column(name = "seller_id")
  UUID sellerId;

  /** The buyer itself when it is billed at its registered office. */
  @Column(name = "bill_to_id")
  UUID billToId;

  @Column(name = "ship_from_id")
  UUID shipFromId;

  boolean isOf(UUID partnerId) {
    return partnerId.equals(buyerId) || partnerId.equals(sellerId);
  }

  /**
   * Whose registration stands on the invoice: where the seller ships, where the buyer is billed.
   */
  UUID placeOf(UUID partnerId) {
    return partnerId.equals(sellerId) ? shipFromId : billToId;
  }
}
