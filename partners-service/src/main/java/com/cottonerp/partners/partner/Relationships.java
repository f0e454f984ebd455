package com.cottonerp.partners.partner;

import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who belongs to whom. A partner has one master at most, and masters form no circle. */
@ApplicationScoped
class Relationships {
  // One change of links at a time: two that are harmless alone could close a circle together.
  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtext('partners.relationships')) AS text)";
  private static final String MASTERS =
      """
      WITH RECURSIVE masters AS (
        SELECT id, master_partner_id FROM business_partner WHERE id = $1
        UNION
        SELECT above.id, above.master_partner_id
        FROM business_partner above JOIN masters ON above.id = masters.master_partner_id)
      SELECT count(*) FROM masters WHERE id = $2
      """;

  private final Partners partners;

  Relationships(Partners partners) {
    this.partners = partners;
  }

  /** In the caller's transaction; the caller saves the partner. */
  Uni<Void> relate(BusinessPartner partner, RelationshipsBody body) {
    return CurrentSession.selectOne(LOCK)
        .chain(locked -> mustBeNoCircle(partner.id(), body.masterPartnerId()))
        .invoke(() -> partner.relate(body.masterPartnerId(), body.corporateGroupId()));
  }

  private Uni<Void> mustBeNoCircle(UUID partnerId, UUID masterId) {
    if (masterId == null) {
      return Uni.createFrom().voidItem();
    }
    return partners
        .findById(masterId)
        .onItem()
        .ifNull()
        .failWith(() -> new PartnerRefusal.UnknownMaster(masterId).refused())
        .chain(master -> isAmongMasters(masterId, partnerId))
        .invoke(
            circle -> {
              if (circle) {
                throw new PartnerRefusal.RelationshipCycle(partnerId, masterId).refused();
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Boolean> isAmongMasters(UUID first, UUID sought) {
    return CurrentSession.selectOne(MASTERS, first, sought).map(row -> (Long) row[0] > 0);
  }
}
