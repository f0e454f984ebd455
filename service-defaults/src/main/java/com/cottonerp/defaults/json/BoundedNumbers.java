package com.cottonerp.defaults.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A decimal in a body has at most 40 digits, before and after the point. {@code 1E-999999999} is a
 * few bytes to send, and gigabytes once somebody adds one to it or writes it out.
 */
@Singleton
public class BoundedNumbers implements ObjectMapperCustomizer {
  private static final int MOST_DIGITS = 40;

  /** Whether a number is cheap to compute with. */
  public static boolean isBounded(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.registerModule(
        new SimpleModule("bounded-numbers").addDeserializer(BigDecimal.class, new Bounded()));
  }

  private static final class Bounded extends BigDecimalDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      BigDecimal number = super.deserialize(parser, context);
      if (number != null && !isBounded(number)) {
        throw context.weirdNumberException(
            number, BigDecimal.class, "has more than " + MOST_DIGITS + " digits");
      }
      return number;
    }
  }
}
