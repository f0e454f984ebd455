package com.cottonerp.defaults.onbehalf;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Which partners let the brokerage act for them. A service that offers that implements it. */
public interface Consents {
  /** Whether a partner consents today. Fails when that is not known for now. */
  Uni<Boolean> isGivenBy(UUID partnerId);
}
