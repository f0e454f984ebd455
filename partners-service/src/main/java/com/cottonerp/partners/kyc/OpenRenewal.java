package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The renewal of a partner's KYC begins. In the caller's transaction. */
@ApplicationScoped
class OpenRenewal {
  private final KycRenewals renewals;
  private final Caller caller;
  private final IdSource ids;
  private final Clock clock;

  OpenRenewal(KycRenewals renewals, Caller caller, IdSource ids, Clock clock) {
    this.renewals = renewals;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<KycRenewal> open(BusinessPartner partner, RenewalBody body) {
    partner.mustNotBeInactive();
    return renewals
        .refusePending(partner.id())
        .map(
            none ->
                KycRenewal.open(ids.next(), partner.id(), body, caller.userId(), clock.instant()))
        .chain(renewals::persist);
  }
}
