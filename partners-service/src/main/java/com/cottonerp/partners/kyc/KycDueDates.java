package com.cottonerp.partners.kyc;

import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.KycStatus;
import com.cottonerp.partners.partner.PartnerStatus;
import com.cottonerp.partners.partner.Partners;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whose KYC expires when. */
@ApplicationScoped
class KycDueDates {
  private static final String RECORD =
      """
      INSERT INTO kyc_reminder (partner_id, expires_on, days_before, severity, reminded_at)
      VALUES (:partner, :expiresOn, :daysBefore, :severity, now())
      ON CONFLICT DO NOTHING
      """;
  private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
  private static final UUID NOBODY = new UUID(0, 0);

  private final Partners partners;

  KycDueDates(Partners partners) {
    this.partners = partners;
  }

  /** Who is next in the list of those that expire up to a day, by day and id. */
  record Cursor(LocalDate expiresOn, UUID id) {
    static final Cursor START = new Cursor(BEGINNING, NOBODY);

    static Cursor of(BusinessPartner partner) {
      return new Cursor(partner.kycExpiresOn(), partner.id());
    }
  }

  Uni<List<BusinessPartner>> expiring(LocalDate from, LocalDate to, Cursor after, int limit) {
    return partners
        .find(
            """
            kycStatus = ?1 and status <> ?2 and kycExpiresOn between ?3 and ?4
            and (kycExpiresOn > ?5 or (kycExpiresOn = ?5 and id > ?6))
            order by kycExpiresOn, id""",
            KycStatus.VERIFIED,
            PartnerStatus.INACTIVE,
            from,
            to,
            after.expiresOn(),
            after.id())
        .range(0, limit - 1)
        .list();
  }

  /** Whether it had not been recorded before. */
  Uni<Boolean> record(KycReminder reminder) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(RECORD)
                    .setParameter("partner", reminder.partnerId())
                    .setParameter("expiresOn", reminder.expiresOn())
                    .setParameter("daysBefore", reminder.daysBefore())
                    .setParameter("severity", reminder.severity())
                    .executeUpdate())
        .map(inserted -> inserted > 0);
  }
}
