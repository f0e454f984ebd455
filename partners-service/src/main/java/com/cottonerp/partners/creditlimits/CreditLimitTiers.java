package com.cottonerp.partners.creditlimits;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The highest credit limit that a manager may grant, and the highest that a director may grant, by
 * currency. The tiers hold for every way to a limit: an approval, an amendment, the automatic
 * route. Pure; thread-safe.
 */
public final class CreditLimitTiers {
  private static final String OTHER = "OTHER";

  private final Map<String, Tier> tiers;

  private record Tier(BigDecimal manager, BigDecimal director) {
    Tier {
      if (manager.signum() < 0 || director.compareTo(manager) < 0) {
        throw new IllegalArgumentException(
            "a director grants as much as a manager at least, and nobody less than nothing");
      }
    }
  }

  private CreditLimitTiers(Map<String, Tier> tiers) {
    this.tiers = tiers;
  }

  /**
   * Reads a setting such as {@code INR:10000000:1000000000,OTHER:0:10000000}: currency, the
   * manager's limit, the director's.
   *
   * @throws IllegalArgumentException when it cannot be read, or OTHER is missing
   */
  public static CreditLimitTiers parse(String setting) {
    Map<String, Tier> tiers =
        Arrays.stream(setting.split(","))
            .map(entry -> entry.strip().split(":"))
            .collect(Collectors.toMap(parts -> parts[0], CreditLimitTiers::tier));
    if (!tiers.containsKey(OTHER)) {
      throw new IllegalArgumentException("OTHER says what holds for all other currencies");
    }
    return new CreditLimitTiers(tiers);
  }

  private static Tier tier(String[] parts) {
    if (parts.length != 3) {
      throw new IllegalArgumentException("A tier is CURRENCY:MANAGER:DIRECTOR");
    }
    return new Tier(new BigDecimal(parts[1]), new BigDecimal(parts[2]));
  }

  /** Whether a manager may grant this; so may a machine. */
  public boolean isManagers(BigDecimal limit, String currency) {
    return limit.compareTo(of(currency).manager()) <= 0;
  }

  /** Refuses a limit that this manager or director may not grant, or that no person may grant. */
  public void mustBeGranted(BigDecimal limit, String currency, boolean byDirector) {
    Tier tier = of(currency);
    if (limit.compareTo(tier.director()) > 0) {
      throw new CreditLimitRefusal.CreditLimitTooHigh(tier.director(), currency).refused();
    }
    if (!byDirector && limit.compareTo(tier.manager()) > 0) {
      throw new CreditLimitRefusal.CreditLimitIsDirectors(tier.manager(), currency).refused();
    }
  }

  private Tier of(String currency) {
    return tiers.getOrDefault(currency, tiers.get(OTHER));
  }
}
