package com.cottonerp.defaults.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The partner on whose behalf an internal user makes a request, once it was found that the partner
 * consents; empty in any other request.
 */
@RequestScoped
public class OnBehalfOf {
  /** The header by which an internal user says for which partner a request is made. */
  public static final String HEADER = "On-Behalf-Of";

  private UUID partnerId;

  /**
   * @param consenting a partner that lets the brokerage act for it
   */
  public void actFor(UUID consenting) {
    partnerId = consenting;
  }

  Optional<UUID> partnerId() {
    return Optional.ofNullable(partnerId);
  }
}
