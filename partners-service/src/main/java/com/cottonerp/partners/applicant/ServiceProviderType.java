package com.cottonerp.partners.applicant;

import java.util.Locale;

/** The trade of a service provider. */
public enum ServiceProviderType {
  BROKER,
  SUB_BROKER,
  TRANSPORTER,
  CONTROLLER,
  FINANCER,
  SHIPPING_AGENT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
