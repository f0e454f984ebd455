package com.cottonerp.partners.brokerconsent;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner gives or withdraws its consent: by a user of its own, or by one of the brokerage who
 * records what the partner said elsewhere. In the caller's transaction.
 */
@ApplicationScoped
class ChangeBrokerConsent {
  private final BrokerConsents consents;
  private final Caller caller;
  private final IdSource ids;
  private final Clock clock;

  ChangeBrokerConsent(BrokerConsents consents, Caller caller, IdSource ids, Clock clock) {
    this.consents = consents;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<BrokerConsent> give(BusinessPartner partner, BrokerConsentBody body) {
    partner.mustNotBeInactive();
    LocalDate longest = BusinessDay.today(clock).plusYears(1);
    if (body.validUntil().isAfter(longest)) {
      throw new InvalidField("/validUntil", "is at most a year from today").refused();
    }
    BrokerConsent.Saying saying = saying();
    if (saying.broker() && (body.evidence() == null || body.evidence().isBlank())) {
      throw new InvalidField(
              "/evidence", "says where the partner gave its consent, which you record for it")
          .refused();
    }
    return consents
        .findOfPartner(partner.id())
        .map(known -> known == null ? BrokerConsent.of(ids.next(), partner.id()) : known)
        .invoke(consent -> consent.give(body.validUntil(), body.evidence(), saying))
        .chain(consents::save);
  }

  Uni<BrokerConsent> withdraw(UUID partnerId, String reason) {
    return consents
        .ofPartner(partnerId)
        .invoke(consent -> consent.withdraw(reason, saying()))
        .chain(consents::save);
  }

  private BrokerConsent.Saying saying() {
    return new BrokerConsent.Saying(caller.userId(), !caller.isExternal(), clock.instant());
  }
}
