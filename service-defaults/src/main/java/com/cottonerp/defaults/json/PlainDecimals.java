package com.cottonerp.defaults.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Decimals are written without an exponent: 1000, not 1E+3, and 0.0000000, not 0E-7. So the API and
 * the events promise it. {@link BoundedNumbers} keeps what that costs small.
 */
@Singleton
class PlainDecimals implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper json) {
    json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  }
}
