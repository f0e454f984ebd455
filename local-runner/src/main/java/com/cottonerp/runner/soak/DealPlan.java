package com.cottonerp.runner.soak;

import java.util.Random;

/**
 * The plan of one deal, which the seed decides before the deal starts. Pure.
 *
 * @param quantity in bales with thousandths, so that no two posts of a day are equal
 * @param rounds the number of offers before an offer is accepted
 */
record DealPlan(
    int seller, int buyer, String quantity, String highestPrice, int rounds, Ending ending) {
  private static final int HUNDRED = 100;

  /** How the deal ends when no request is refused. */
  enum Ending {
    OFFER_WITHDRAWN(8),
    WISH_WITHDRAWN(8),
    REJECTED(10),
    AGREED_ONLY(4),
    LEFT_OPEN(8),
    CANCELLED(7),
    DISPUTED(2),
    COMPLETED(53);

    private final int percent;

    Ending(int percent) {
      this.percent = percent;
    }
  }

  /** Returns the same plan for the same arguments. */
  static DealPlan of(long seed, int worker, int deal, int sellers, int buyers) {
    Random chance = new Random(seed * 31 + worker * 1_000_003L + deal);
    return new DealPlan(
        chance.nextInt(sellers),
        chance.nextInt(buyers),
        "%d.%03d".formatted(2 + chance.nextInt(7), chance.nextInt(1_000)),
        "%d.%02d".formatted(50_000 + chance.nextInt(3_000), chance.nextInt(HUNDRED)),
        1 + chance.nextInt(3),
        ending(chance.nextInt(HUNDRED)));
  }

  private static Ending ending(int drawn) {
    int left = drawn;
    for (Ending ending : Ending.values()) {
      left -= ending.percent;
      if (left < 0) {
        return ending;
      }
    }
    return Ending.COMPLETED;
  }
}
