package com.cottonerp.system.testkit;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A partner that is created, approved, and from then on changes for ever: its limit, suspended, its
 * limit, reactivated, and so on. Every event changes the read model.
 */
public final class PartnerStory {
  private final UUID partnerId = UUID.randomUUID();
  private long sequence;

  public static List<PartnerStory> some(int count) {
    return IntStream.range(0, count).mapToObj(i -> new PartnerStory()).toList();
  }

  public UUID partnerId() {
    return partnerId;
  }

  /** How many events there are so far. */
  public long length() {
    return sequence;
  }

  public PartnerFact next() {
    sequence++;
    return new PartnerFact(UUID.randomUUID(), partnerId, sequence, event(), Map.of());
  }

  public List<PartnerFact> next(int count) {
    return LongStream.range(0, count).mapToObj(i -> next()).toList();
  }

  private PartnerEvent event() {
    if (sequence == 1) {
      return new PartnerCreated(snapshot());
    }
    if (sequence == 2) {
      return new PartnerApproved(
          partnerId,
          UUID.randomUUID(),
          "director-1",
          Instant.now().truncatedTo(ChronoUnit.MILLIS),
          inr(5_000_000),
          30,
          LocalDate.of(2026, 6, 30));
    }
    return switch ((int) (sequence % 4)) {
      case 0 -> new PartnerSuspended(partnerId, "Overdue since event " + sequence);
      case 2 -> new PartnerReactivated(partnerId, "Paid before event " + sequence);
      default ->
          new PartnerCreditLimitChanged(partnerId, inr(sequence - 1), inr(sequence), "Reviewed");
    };
  }

  private static Money inr(long amount) {
    return new Money(new BigDecimal(amount + ".25"), "INR");
  }

  private PartnerSnapshot snapshot() {
    String short8 = partnerId.toString().substring(0, 8);
    return new PartnerSnapshot(
        partnerId,
        "BP-" + short8,
        "Ginning Mill " + short8,
        null,
        "business_entity",
        null,
        "IN",
        "Gujarat",
        "24",
        "pan-key-of-" + short8,
        "tax-id-key-of-" + short8,
        "phone-key-of-" + short8,
        null,
        null,
        null,
        new Capabilities(true, true, false, false, false, false),
        "pending",
        "pending",
        null,
        inr(0),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
