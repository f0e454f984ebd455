package com.cottonerp.partners.locations;

import com.cottonerp.partners.applicant.Address;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/**
 * No map is connected: coordinates that were given are trusted, an address without them is not
 * verified.
 */
@DefaultBean
@ApplicationScoped
class GivenCoordinates implements Geocoder {
  private static final BigDecimal UNVERIFIED = new BigDecimal("0.50");

  @Override
  public Uni<Position> locate(Address address) {
    boolean given = address.latitude() != null && address.longitude() != null;
    return Uni.createFrom()
        .item(
            given
                ? new Position(address.latitude(), address.longitude(), BigDecimal.ONE)
                : new Position(null, null, UNVERIFIED));
  }
}
