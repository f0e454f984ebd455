package com.cottonerp.defaults.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** The domain writes its terms in lower case: {@code payment_term}, {@code tiered}. */
@Singleton
class EnumsAsText implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper json) {
    json.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
    json.enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
  }
}
