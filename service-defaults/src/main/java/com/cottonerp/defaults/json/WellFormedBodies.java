package com.cottonerp.defaults.json;

import com.cottonerp.defaults.text.Texts;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * A body says one thing: no key comes twice in an object, and each text can be stored and sent on.
 * A NUL, or one half of a surrogate pair, is legal JSON, but no database and no other program takes
 * it.
 */
@Singleton
class WellFormedBodies implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper json) {
    json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    json.registerModule(
        new SimpleModule("well-formed-bodies")
            .addDeserializer(String.class, new WellFormed())
            .addKeyDeserializer(String.class, new WellFormedKey()));
  }

  private static final class WellFormed extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return checked(super.deserialize(parser, context), context);
    }
  }

  private static String checked(String text, DeserializationContext context) throws IOException {
    if (text != null && !Texts.isStorable(text)) {
      throw context.weirdStringException(text, String.class, Texts.NOT_STORABLE);
    }
    return text;
  }

  private static final class WellFormedKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return checked(key, context);
    }
  }
}
