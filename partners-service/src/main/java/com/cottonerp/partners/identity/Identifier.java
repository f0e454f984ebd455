package com.cottonerp.partners.identity;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.arc.Arc;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A PAN, a registration for tax or an account number in an answer. It writes itself as the caller
 * may see it: the last four characters, and no more than half; all of it with
 * PARTNER_VIEW_SENSITIVE. Without a request, such as in a log, it is masked. For views only: a body
 * is stored and compared as it came.
 *
 * @param shared whether its reader may see all of it without the permission, such as who needs it
 *     for an invoice
 */
@JsonSerialize(using = Identifier.AsTheCallerMaySeeIt.class)
@Schema(
    type = SchemaType.STRING,
    description = "the last four characters; all of it with PARTNER_VIEW_SENSITIVE")
public record Identifier(String whole, boolean shared) {
  private static final int SHOWN = 4;

  /** Null stays null. */
  public static Identifier of(String whole) {
    return whole == null ? null : new Identifier(whole, false);
  }

  /** For the party that needs it, and for nobody else. Null stays null. */
  public static Identifier sharedWithReader(String whole) {
    return whole == null ? null : new Identifier(whole, true);
  }

  /**
   * @param sensitive whether all of it may be seen
   */
  public String shown(boolean sensitive) {
    if (sensitive) {
      return whole;
    }
    int shown = Math.min(SHOWN, whole.length() / 2);
    return "*".repeat(whole.length() - shown) + whole.substring(whole.length() - shown);
  }

  @Override
  public String toString() {
    return shown(false);
  }

  /** Asks for the permission when it writes, so that no view can forget to. */
  static final class AsTheCallerMaySeeIt extends StdSerializer<Identifier> {
    private static final long serialVersionUID = 1L;

    AsTheCallerMaySeeIt() {
      super(Identifier.class);
    }

    @Override
    public void serialize(Identifier value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.shown(value.shared() || callerMaySeeAll()));
    }

    private static boolean callerMaySeeAll() {
      return Arc.container() != null
          && Arc.container().requestContext().isActive()
          && Arc.container().instance(Caller.class).get().has(Permission.PARTNER_VIEW_SENSITIVE);
    }
  }
}
