package com.cottonerp.system.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The trade desk's read model of partners, as its tables hold it. */
public final class PartnerDirectory {
  private static final String ENTRIES =
      """
      SELECT partner_id, sequence, code, legal_name, status, status_reason, kyc_status, kyc_expires_on, credit_limit,
             credit_currency, payment_terms_days, domestic_buy_india, domestic_sell_india, import_allowed,
             export_allowed, pan_key, master_partner_id, corporate_group_id,
             coalesce((SELECT string_agg(location.name, ', ' ORDER BY location.location_id)
                       FROM partner_directory_location location
                       WHERE location.partner_id = entry.partner_id), '') AS locations
      FROM partner_directory entry
      """;

  private final Database database;

  PartnerDirectory(Database database) {
    this.database = database;
  }

  /** Every partner with its facts as text. */
  public Map<UUID, Map<String, String>> entries() {
    Map<UUID, Map<String, String>> entries = new TreeMap<>();
    database.query(
        ENTRIES,
        row -> {
          Map<String, String> facts = new TreeMap<>();
          for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
            String value = row.getString(i);
            facts.put(row.getMetaData().getColumnName(i), "t".equals(value) ? "true" : value);
          }
          facts.replaceAll((column, value) -> "f".equals(value) ? "false" : value);
          return entries.put(row.getObject(1, UUID.class), facts);
        });
    return entries;
  }

  public Map<UUID, Map<String, String>> entriesOf(Collection<PartnerStory> stories) {
    Map<UUID, Map<String, String>> entries = entries();
    entries.keySet().retainAll(stories.stream().map(PartnerStory::partnerId).toList());
    return entries;
  }

  /** The number of the last event that an entry reflects; 0 when there is no entry. */
  public long sequenceOf(UUID partnerId) {
    return database.count(
        "SELECT coalesce(max(sequence), 0) FROM partner_directory WHERE partner_id = ?", partnerId);
  }

  public Optional<Instant> appliedAt(UUID partnerId) {
    return database
        .query(
            "SELECT applied_at FROM partner_directory WHERE partner_id = ?",
            row -> row.getTimestamp(1).toInstant(),
            partnerId)
        .stream()
        .findFirst();
  }

  /** The median time from the append of the last event of each partner to its place in here. */
  public Duration medianDelay(Collection<PartnerStory> stories) {
    UUID[] ids = stories.stream().map(PartnerStory::partnerId).toArray(UUID[]::new);
    return database
        .query(
            """
            SELECT 1000 * extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY applied_at - as_of))
            FROM partner_directory WHERE partner_id = ANY (?)
            """,
            row -> Duration.ofMillis(row.getLong(1)),
            (Object) ids)
        .get(0);
  }

  /** How many messages of the partner wait, for a gap to close or for a fault to be mended. */
  public long parked(UUID partnerId) {
    return database.count("SELECT count(*) FROM inbox_parked WHERE aggregate_id = ?", partnerId);
  }

  public long parked() {
    return database.count("SELECT count(*) FROM inbox_parked");
  }

  public long unreadable() {
    return database.count("SELECT count(*) FROM inbox_unreadable");
  }

  /** Waits until every story is there to its end. */
  public void awaitAll(Collection<PartnerStory> stories) {
    Waiting.until(
        "the directory has every event of " + stories.size() + " partners",
        () -> {
          Map<UUID, Map<String, String>> entries = entries();
          return stories.stream()
              .allMatch(
                  story ->
                      entries.containsKey(story.partnerId())
                          && entries
                              .get(story.partnerId())
                              .get("sequence")
                              .equals(Long.toString(story.length())));
        });
  }
}
