package com.cottonerp.tradedesk.posting;

/** On which side of a trade somebody stands. */
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** Who stands there, on the wire: BUYER or SELLER. */
  public String party() {
    return this == BUY ? "BUYER" : "SELLER";
  }
}
