package com.cottonerp.system.testkit;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import java.util.Map;
import java.util.UUID;

/** One event of one partner, as it is appended or published. */
public record PartnerFact(
    UUID eventId, UUID partnerId, long sequence, PartnerEvent event, Map<String, String> metadata) {

  public String type() {
    return PublishedEvent.typeOf(event.getClass());
  }

  public String payload() {
    return Json.write(event);
  }

  public PartnerFact with(String metadataKey, String value) {
    return new PartnerFact(eventId, partnerId, sequence, event, Map.of(metadataKey, value));
  }
}
