package com.cottonerp.partners.partner;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.partners.applicant.Applicant;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.UUID;
import org.hibernate.LockMode;

/** All partners. */
@ApplicationScoped
public class Partners extends AggregateRepository<BusinessPartner> {
  private static final String MADE_WITH_ANOTHER_KEY =
      """
      select id from BusinessPartner partner
      where (keys.hashKeyId is distinct from ?1 or exists (
        select 1 from Location place
        where place.partnerId = partner.id and place.active and place.hashKeyId is distinct from ?1))\
      """;

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("partner", id).refused();
  }

  /** Holds the partner's row to the end of the transaction, without changing it. */
  public Uni<Void> lock(BusinessPartner partner) {
    return Panache.getSession().chain(session -> session.lock(partner, LockMode.PESSIMISTIC_WRITE));
  }

  /** The partner that came of an application; null when none did. */
  public Uni<BusinessPartner> ofApplication(UUID applicationId) {
    return find("applicationId", applicationId).firstResult();
  }

  /** Whose hashes, or those of a place, another secret made; by id. */
  public Uni<List<UUID>> madeWithAnotherKey(String keyId, UUID after, int limit) {
    return find(MADE_WITH_ANOTHER_KEY + " and id > ?2 order by id", keyId, after)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /** How many there are of {@link #madeWithAnotherKey}. */
  public Uni<Long> countMadeWithAnotherKey(String keyId) {
    return find(MADE_WITH_ANOTHER_KEY, keyId).count();
  }

  /**
   * @param field the path of the identifier in the entity
   * @param identifier null is never registered
   */
  public Uni<Boolean> isRegistered(String field, String identifier) {
    return identifier == null
        ? Uni.createFrom().item(false)
        : count(field + " = ?1", identifier).map(count -> count > 0);
  }

  /** A code such as {@code BP-IND-TRD-0001}; the number may have gaps. */
  public Uni<String> nextCode(Applicant applicant, Capabilities capabilities) {
    String country = threeLetters(applicant.country());
    return CurrentSession.selectOne("SELECT nextval('partner_code_seq')")
        .map(row -> "BP-%s-%s-%04d".formatted(country, role(applicant, capabilities), row[0]));
  }

  // An application from before codes were checked may name a country that there is not.
  private static String threeLetters(String country) {
    try {
      return new Locale.Builder().setRegion(country).build().getISO3Country();
    } catch (MissingResourceException unknown) {
      return country;
    }
  }

  private static String role(Applicant applicant, Capabilities may) {
    if (applicant.isServiceProvider()) {
      return "SVC";
    }
    boolean buys = may.domesticBuyIndia() || may.domesticBuyHomeCountry() || may.importAllowed();
    boolean sells = may.domesticSellIndia() || may.domesticSellHomeCountry() || may.exportAllowed();
    if (buys && sells) {
      return "TRD";
    }
    return sells ? "SEL" : buys ? "BUY" : "NON";
  }
}
