package com.cottonerp.relay.publishing;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.PendingEvent;
import com.google.protobuf.UnsafeByteOperations;
import com.google.pubsub.v1.PubsubMessage;
import java.util.HashMap;
import java.util.Map;

/**
 * An event as a CloudEvent in binary mode: the payload is the data, the rest are attributes.
 *
 * <p>A discarded event becomes a tombstone: the same attributes, {@code tombstone=true}, no data.
 */
final class MessageFormat {
  private final String ceSource;
  private final String schemaBase;
  private final RelayConfig.Ordering ordering;

  MessageFormat(String source, String schemaBaseUrl, RelayConfig.Ordering ordering) {
    this.ceSource = "/cotton-erp/" + source;
    this.schemaBase = schemaBaseUrl + "/" + source + "/";
    this.ordering = ordering;
  }

  String orderingKey(PendingEvent event) {
    return switch (ordering) {
      case LANE -> "lane-" + event.lane();
      case AGGREGATE -> event.aggregateId().toString();
    };
  }

  OutgoingEvent format(PendingEvent event) {
    Map<String, String> attributes = attributes(event);
    PubsubMessage.Builder message = PubsubMessage.newBuilder().setOrderingKey(orderingKey(event));
    if (event.isDiscarded()) {
      attributes.put("tombstone", "true");
      // WHY: the discarded event may have been refused for an attribute that the broker does not
      // accept.
      attributes.entrySet().removeIf(attribute -> !MessageLimits.isAllowed(attribute));
    } else {
      message.setData(UnsafeByteOperations.unsafeWrap(event.payload()));
    }
    PubsubMessage built = message.putAllAttributes(attributes).build();
    int bytes = built.getSerializedSize();
    return new OutgoingEvent(
        event, built, bytes, MessageLimits.violation(built, bytes).orElse(null));
  }

  private Map<String, String> attributes(PendingEvent event) {
    PendingEvent.Facts facts = event.facts();
    Map<String, String> attributes = new HashMap<>();
    attributes.put("ce-specversion", "1.0");
    attributes.put("ce-id", facts.eventId().toString());
    attributes.put("ce-source", ceSource);
    attributes.put("ce-type", facts.eventType());
    attributes.put("ce-subject", event.aggregateId().toString());
    attributes.put("ce-time", facts.occurredAt().toString());
    attributes.put(
        "ce-dataschema", schemaBase + facts.eventType() + ".v" + facts.eventVersion() + ".json");
    attributes.put("content-type", "application/json");
    attributes.put("ce-aggregatetype", facts.aggregateType());
    attributes.put("ce-sequence", Long.toString(facts.sequence()));
    attributes.put("ce-eventversion", Integer.toString(facts.eventVersion()));
    putIfKnown(attributes, "ce-traceparent", event.trail().traceparent());
    putIfKnown(attributes, "ce-correlationid", event.trail().correlationId());
    putIfKnown(attributes, "ce-causationid", event.trail().causationId());
    return attributes;
  }

  private static void putIfKnown(Map<String, String> attributes, String name, String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
