package com.cottonerp.contracts;

import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One published event type, and where its schema and its sample are kept. */
record EventType(String context, Class<? extends PublishedEvent> type) {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** Each context by the name of its outbox, as it stands in {@code ce-source}. */
  private static final Map<String, Class<?>> FAMILIES =
      new TreeMap<>(
          Map.of(
              "partners", PartnerEvent.class,
              "risk", RiskEvent.class,
              "trade-desk", TradeEvent.class,
              "settings", SettingsEvent.class));

  static Stream<EventType> all() {
    return FAMILIES.entrySet().stream()
        .flatMap(
            family ->
                PublishedEvent.typesOf(family.getValue())
                    .map(type -> new EventType(family.getKey(), type)));
  }

  /** Such as {@code partners/PartnerApproved.v1.json}: the end of {@code ce-dataschema}. */
  String file() {
    return "%s/%s.v%d.json"
        .formatted(context, PublishedEvent.typeOf(type), PublishedEvent.versionOf(type));
  }

  Path schema() {
    return RESOURCES.resolve("schemas").resolve(file());
  }

  Path sample() {
    return RESOURCES.resolve("samples").resolve(file());
  }

  @Override
  public String toString() {
    return file();
  }
}
