package com.cottonerp.defaults.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in the production profile while tokens of the development issuer would do. */
@ApplicationScoped
class ProductionSafety {
  static final String DEVELOPMENT_ISSUER = "https://development-issuer.cotton-erp.example";

  void check(
      @Observes @Priority(1) StartupEvent start,
      @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys) {
    if (!ConfigUtils.isProfileActive("prod")) {
      return;
    }
    if (issuer.isEmpty() || keys.isEmpty()) {
      throw new IllegalStateException(
          "Set OIDC_ISSUER and OIDC_JWKS_URL: without them no token can be checked");
    }
    if (issuer.get().equals(DEVELOPMENT_ISSUER)) {
      throw new IllegalStateException(
          "The development issuer cannot be used in the production profile; set OIDC_ISSUER");
    }
  }
}
