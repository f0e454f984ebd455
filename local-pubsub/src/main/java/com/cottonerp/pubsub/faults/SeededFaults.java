package com.cottonerp.pubsub.faults;

import io.grpc.Status;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Faults by chance: the same faults for the same seed and the same requests. Not thread-safe. */
public final class SeededFaults implements Faults {
  private static final Map<String, Double> DEFAULTS =
      Map.ofEntries(
          Map.entry("seed", 1.0),
          Map.entry("publishRefused", 0.0),
          Map.entry("publishRefusedStatus", (double) Status.Code.UNAVAILABLE.value()),
          Map.entry("publishDelayed", 0.0),
          Map.entry("publishDuplicated", 0.0),
          Map.entry("publishAnswerLost", 0.0),
          Map.entry("deliveryDelayed", 0.0),
          Map.entry("deliveryDuplicated", 0.0),
          Map.entry("deliveryReordered", 0.0),
          Map.entry("acknowledgementLost", 0.0),
          Map.entry("delayMillis", 20.0));

  private final Map<String, Double> settings;
  private final Random chance;

  private SeededFaults(Map<String, Double> settings) {
    this.settings = settings;
    this.chance = new Random(settings.get("seed").longValue());
  }

  /**
   * @param settings probabilities by the names above, {@code seed}, {@code delayMillis} and the
   *     number of a gRPC status as {@code publishRefusedStatus}
   * @throws IllegalArgumentException for any other name: a misspelled fault must not pass silently
   */
  public static SeededFaults of(Map<String, Double> settings) {
    if (!DEFAULTS.keySet().containsAll(settings.keySet())) {
      throw new IllegalArgumentException("Known are " + new TreeMap<>(DEFAULTS).keySet());
    }
    Map<String, Double> all = new TreeMap<>(DEFAULTS);
    all.putAll(settings);
    return new SeededFaults(all);
  }

  private boolean happens(String fault) {
    double probability = settings.get(fault);
    return probability > 0 && chance.nextDouble() < probability;
  }

  @Override
  public Publish publish() {
    return new Publish(
        happens("publishDelayed") ? delayMillis() : 0,
        happens("publishRefused")
            ? Status.fromCodeValue(settings.get("publishRefusedStatus").intValue())
                .withDescription("A fault was asked for")
            : null,
        happens("publishDuplicated"),
        happens("publishAnswerLost"));
  }

  @Override
  public boolean delaysDelivery() {
    return happens("deliveryDelayed");
  }

  @Override
  public long delayMillis() {
    return settings.get("delayMillis").longValue();
  }

  @Override
  public boolean letsOthersPass() {
    return happens("deliveryReordered");
  }

  @Override
  public boolean duplicatesDelivery() {
    return happens("deliveryDuplicated");
  }

  @Override
  public boolean losesAcknowledgement() {
    return happens("acknowledgementLost");
  }
}
