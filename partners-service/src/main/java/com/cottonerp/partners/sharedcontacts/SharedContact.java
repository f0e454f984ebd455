package com.cottonerp.partners.sharedcontacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A trade that lets two partners know each other. Only the projection changes it. */
@Entity
@Table(name = "shared_contact")
public class SharedContact {
  @Id
  @Column(name = "trade_id")
  UUID tradeId;

  String number;

  @Column(name = "buyer_id")
  UUID buyerId;

  @Column(name = "seller_id")
  UUID sellerId;
}
