package com.cottonerp.system.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerDeactivated;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerKycRenewed;
import com.cottonerp.contracts.partners.v1.PartnerLocationAdded;
import com.cottonerp.contracts.partners.v1.PartnerLocationRemoved;
import com.cottonerp.contracts.partners.v1.PartnerLocationUpdated;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.contracts.partners.v1.PartnerUpdated;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the partner directory must hold: the events of the partners' log one after another, without
 * a broker, a subscriber or a cursor in between. Shares no code with the projection.
 */
public final class DirectoryFold {
  private static final String LOG =
      """
      SELECT event_type, payload::text, aggregate_id, sequence FROM outbox
      -- Published once; one that is being replayed waits in the queue again.
      WHERE aggregate_type = 'BusinessPartner' AND published_at IS NOT NULL
        AND discard_reason IS NULL AND status <> 'DISCARDED'
      ORDER BY id
      """;
  private static final Map<String, Class<?>> TYPES =
      PublishedEvent.typesOf(PartnerEvent.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private final Map<UUID, Map<String, String>> entries = new TreeMap<>();
  private final Map<UUID, Map<UUID, String>> places = new TreeMap<>();

  private DirectoryFold() {}

  public static DirectoryFold of(PartnersOutbox outbox) {
    DirectoryFold fold = new DirectoryFold();
    outbox
        .database()
        .query(
            LOG,
            row ->
                fold.take(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, UUID.class),
                    row.getLong(4)));
    return fold;
  }

  public Map<UUID, Map<String, String>> entries() {
    return entries;
  }

  public Map<UUID, Map<String, String>> entriesOf(Collection<PartnerStory> stories) {
    Map<UUID, Map<String, String>> chosen = new TreeMap<>(entries);
    chosen.keySet().retainAll(stories.stream().map(PartnerStory::partnerId).toList());
    return chosen;
  }

  private Void take(String type, String payload, UUID partnerId, long sequence) {
    if (TYPES.containsKey(type)) {
      Object event = Json.read(payload, TYPES.get(type));
      Map<String, String> entry = entries.computeIfAbsent(partnerId, id -> new TreeMap<>());
      if (!move(partnerId, event)) {
        change(entry, event);
      }
      entry.put("locations", String.join(", ", placesOf(partnerId).values()));
      entry.put("sequence", Long.toString(sequence));
    }
    return null;
  }

  private static void change(Map<String, String> entry, Object event) {
    if (event instanceof PartnerCreated created) {
      create(entry, created.partner());
    } else if (event instanceof PartnerApproved approved) {
      status(entry, "approved", null);
      kyc(entry, "verified", approved.kycExpiresOn());
      limit(entry, approved.creditLimit());
      entry.put("payment_terms_days", text(approved.paymentTermsDays()));
    } else if (event instanceof PartnerCreditLimitChanged changed) {
      limit(entry, changed.newLimit());
    } else if (event instanceof PartnerSuspended suspended) {
      status(entry, "suspended", suspended.reason());
    } else if (event instanceof PartnerReactivated reactivated) {
      status(entry, "approved", reactivated.reason());
    } else if (event instanceof PartnerDeactivated deactivated) {
      status(entry, "inactive", deactivated.reason());
    } else if (event instanceof PartnerUpdated updated) {
      snapshot(entry, updated.partner());
    } else if (event instanceof PartnerCapabilitiesChanged may) {
      entry.put("domestic_buy_india", text(may.domesticBuyIndia()));
      entry.put("domestic_sell_india", text(may.domesticSellIndia()));
      entry.put("import_allowed", text(may.importAllowed()));
      entry.put("export_allowed", text(may.exportAllowed()));
    } else if (event instanceof PartnerRelationshipsChanged related) {
      entry.put("master_partner_id", text(related.masterPartnerId()));
      entry.put("corporate_group_id", text(related.corporateGroupId()));
    } else if (event instanceof PartnerKycExpired expired) {
      kyc(entry, expired.kycStatus(), expired.expiresOn());
    } else if (event instanceof PartnerKycRenewed renewed) {
      kyc(entry, renewed.kycStatus(), renewed.expiresOn());
    } else if (!(event instanceof PartnerEmployeeAccessChanged
        || event instanceof PartnerBrokerConsentChanged)) { // Nothing of it is in the directory.
      throw new IllegalStateException("The fold does not know " + event);
    }
  }

  /** Whether it was about a place. */
  private boolean move(UUID partnerId, Object event) {
    if (event instanceof PartnerLocationAdded added) {
      placesOf(partnerId).put(added.location().id(), added.location().name());
    } else if (event instanceof PartnerLocationUpdated updated) {
      placesOf(partnerId).put(updated.location().id(), updated.location().name());
    } else if (event instanceof PartnerLocationRemoved removed) {
      placesOf(partnerId).remove(removed.location().id());
    } else {
      return false;
    }
    return true;
  }

  private Map<UUID, String> placesOf(UUID partnerId) {
    return places.computeIfAbsent(partnerId, id -> new TreeMap<>());
  }

  private static void create(Map<String, String> entry, PartnerSnapshot partner) {
    snapshot(entry, partner);
    status(entry, partner.status(), null);
  }

  private static void snapshot(Map<String, String> entry, PartnerSnapshot partner) {
    entry.put("code", partner.code());
    entry.put("legal_name", partner.legalName());
    entry.put("status", partner.status());
    kyc(entry, partner.kycStatus(), partner.kycExpiresOn());
    entry.put("payment_terms_days", text(partner.paymentTermsDays()));
    entry.put("domestic_buy_india", text(partner.capabilities().domesticBuyIndia()));
    entry.put("domestic_sell_india", text(partner.capabilities().domesticSellIndia()));
    entry.put("import_allowed", text(partner.capabilities().importAllowed()));
    entry.put("export_allowed", text(partner.capabilities().exportAllowed()));
    entry.put("pan_key", partner.panKey());
    entry.put("master_partner_id", text(partner.masterPartnerId()));
    entry.put("corporate_group_id", text(partner.corporateGroupId()));
    limit(entry, partner.creditLimit());
  }

  private static void kyc(Map<String, String> entry, String status, LocalDate expiresOn) {
    entry.put("kyc_status", status);
    entry.put("kyc_expires_on", text(expiresOn));
  }

  private static void status(Map<String, String> entry, String status, String reason) {
    entry.put("status", status);
    entry.put("status_reason", reason);
  }

  private static void limit(Map<String, String> entry, Money limit) {
    entry.put("credit_limit", limit.amount().setScale(2, RoundingMode.UNNECESSARY).toString());
    entry.put("credit_currency", limit.currency());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
