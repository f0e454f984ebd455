package com.cottonerp.partners.creditlimits;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tiers of this installation, asked for the caller. Thread-safe. */
@ApplicationScoped
public class GrantedCreditLimits {
  private final CreditLimitTiers tiers;
  private final Caller caller;

  GrantedCreditLimits(
      @ConfigProperty(name = "partners.credit-limit-tiers") String setting, Caller caller) {
    this.tiers = CreditLimitTiers.parse(setting);
    this.caller = caller;
  }

  /** Refuses a limit that the caller may not grant. */
  public void mustBeGrantedByCaller(BigDecimal limit, String currency) {
    tiers.mustBeGranted(limit, currency, caller.has(Permission.PARTNER_APPROVE_DIRECTOR));
  }

  /** Refuses a limit that not even a director may grant. */
  public void mustBePossible(BigDecimal limit, String currency) {
    tiers.mustBeGranted(limit, currency, true);
  }

  /** Whether the limit needs no approval. */
  public boolean isAutomatic(BigDecimal limit, String currency) {
    return tiers.isManagers(limit, currency);
  }
}
