package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.trade.v1.PostPlace;

/** What everybody may know of a place: country, region and state. */
public final class Region {
  private Region() {}

  public static PostPlace of(PostPlace place) {
    return new PostPlace(
        null,
        null,
        place.state(),
        place.stateCode(),
        place.region(),
        place.country(),
        null,
        null,
        null);
  }
}
