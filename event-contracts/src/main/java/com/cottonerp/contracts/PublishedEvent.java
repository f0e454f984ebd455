package com.cottonerp.contracts;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A fact that one context publishes for all others. Its wire type is the record's simple name in
 * PascalCase past tense; its version is the number at the end of its package ({@code v1}).
 */
public interface PublishedEvent {
  /** The wire type, such as {@code PartnerApproved}. */
  static String typeOf(Class<? extends PublishedEvent> event) {
    return event.getSimpleName();
  }

  /** The version of the payload, such as 1. */
  static int versionOf(Class<? extends PublishedEvent> event) {
    String packageName = event.getPackageName();
    return Integer.parseInt(packageName.substring(packageName.lastIndexOf(".v") + 2));
  }

  /** The event types of a sealed family, those of its families within it among them. */
  static Stream<Class<? extends PublishedEvent>> typesOf(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(PublishedEvent::typesOf)
        : Stream.of(family.asSubclass(PublishedEvent.class));
  }
}
