package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Somebody who has no part in an amendment decides on it. In the caller's transaction. */
@ApplicationScoped
class DecideAmendment {
  private final Amendments amendments;
  private final ApprovedChanges changes;
  private final Documents documents;
  private final Caller caller;
  private final Clock clock;

  DecideAmendment(
      Amendments amendments,
      ApprovedChanges changes,
      Documents documents,
      Caller caller,
      Clock clock) {
    this.amendments = amendments;
    this.changes = changes;
    this.documents = documents;
    this.caller = caller;
    this.clock = clock;
  }

  // Who uploaded or verified a proof of the change has a part in the amendment.
  private Uni<Contributors> mayDecide(BusinessPartner partner, Amendment amendment) {
    return documents
        .addContributors(
            amendment.contributors(),
            partner.applicationId(),
            document -> amendment.type.isProvedBy(document.type()))
        .invoke(contributors -> contributors.mustNotDecide(caller.ids()));
  }

  /**
   * @param asked what a map and registries said before the transaction
   */
  Uni<Amendment> decide(
      BusinessPartner partner,
      UUID amendmentId,
      AmendmentDecisionBody body,
      ApprovedChanges.Asked asked) {
    body.check();
    return amendments
        .get(partner.id(), amendmentId)
        .call(amendment -> mayDecide(partner, amendment))
        .invoke(
            amendment ->
                amendment.decide(
                    body,
                    caller.userId(),
                    caller.has(Permission.PARTNER_APPROVE_DIRECTOR),
                    clock.instant()))
        .call(
            amendment ->
                amendment.isApproved()
                    ? changes.make(partner, amendment, asked)
                    : Uni.createFrom().voidItem());
  }
}
