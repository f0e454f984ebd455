package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.Market;
import com.cottonerp.system.testkit.Route;
import com.cottonerp.system.testkit.Sale;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What belongs to one partner is shown to no other one, by whichever endpoint, asked for whichever
 * id; not even if the identity provider gave its users every permission there is.
 */
@ExtendWith(TestSystem.Shared.class)
class TenantIsolationSystemTest {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int MOST_IDS_OF_TWO = 12;

  private final TestSystem system;

  TenantIsolationSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void no_endpoint_shows_a_partner_what_belongs_to_two_others() {
    Company sellingCompany = new Company(system);
    Company buyingCompany = new Company(system);
    Trader seller = new Trader(system, sellingCompany);
    Trader buyer = new Trader(system, buyingCompany);
    Market market = new Market(system);
    Sale sale = new Sale(market, seller, buyer, () -> {});
    String trade = sale.complete("10").path("id").asText();
    // One more post of each that everybody may see, but not whose it is.
    String openOffer = seller.made("availabilities", market.offer("20", "51000.00"));
    seller.awaitStatus("availabilities/" + openOffer, "active");
    Trader outsider = new Trader(system);

    Set<String> ids = new LinkedHashSet<>();
    ids.addAll(idsSeenBy(seller, sale, trade, openOffer));
    ids.addAll(idsSeenBy(buyer, sale, trade, openOffer));
    ids.add(sellingCompany.applicationId().toString());
    ids.add(buyingCompany.applicationId().toString());
    List<String> secrets = new ArrayList<>(sellingCompany.secrets());
    secrets.addAll(buyingCompany.secrets());
    secrets.addAll(
        List.of(
            seller.id().toString(),
            buyer.id().toString(),
            sale.negotiation(),
            trade,
            sale.requirement()));

    List<Route> routes = readingRoutes();
    assertThat(routes).hasSizeGreaterThan(30);
    assertThat(leaks(routes, seller.token(), ids, secrets))
        .as("the seller sees its own: the search finds something where there is something")
        .hasSizeGreaterThan(10);

    assertThat(leaks(routes, outsider.token(), ids, secrets)).isEmpty();
  }

  /** Answers that show a secret, beyond what was asked with. */
  private static List<String> leaks(
      List<Route> routes, String token, Set<String> ids, List<String> secrets) {
    return routes.stream()
        .flatMap(route -> answers(route, token, ids))
        .filter(answer -> answer.status() < 300)
        .filter(
            answer ->
                secrets.stream()
                    .anyMatch(
                        secret ->
                            answer.body().contains(secret) && !answer.address().contains(secret)
                                || isDetailOf(answer, secret)))
        .map(Route.Answer::address)
        .toList();
  }

  // Nothing is answered to an address that names the secret itself. Reference counts are of
  // commodities and places: of any other id they say 0.
  private static boolean isDetailOf(Route.Answer answer, String secret) {
    return answer.address().contains(secret)
        && answer.body().contains(secret)
        && !answer.address().contains("/reference-counts/");
  }

  private static Stream<Route.Answer> answers(Route route, String token, Set<String> ids) {
    Stream<Route.Answer> byPath =
        switch ((int) route.pathParameters()) {
          case 0 -> Stream.of(route.read(token, List.of(), ""));
          case 1 -> ids.stream().map(id -> route.read(token, List.of(id), ""));
          default ->
              ids.stream()
                  .limit(MOST_IDS_OF_TWO)
                  .flatMap(
                      one ->
                          ids.stream()
                              .limit(MOST_IDS_OF_TWO)
                              .map(other -> route.read(token, List.of(one, other), "")));
        };
    Stream<Route.Answer> byQuery =
        route.pathParameters() > 0
            ? Stream.empty()
            : route.queryParametersForIds().stream()
                .flatMap(
                    name ->
                        ids.stream()
                            .map(id -> route.read(token, List.of(), "?" + name + "=" + id)));
    return Stream.concat(byPath, byQuery);
  }

  /** Every id in what a party sees of itself and of the sale. */
  private Set<String> idsSeenBy(Trader party, Sale sale, String trade, String openOffer) {
    Set<String> ids = new LinkedHashSet<>();
    for (String path :
        List.of(
            "availabilities",
            "requirements",
            "negotiations",
            "trades/" + trade,
            "negotiations/" + sale.negotiation(),
            "partner-directory/" + party.id(),
            "availabilities/" + openOffer)) {
      ID.matcher(party.get(path).toString()).results().forEach(id -> ids.add(id.group()));
    }
    ids.removeIf(id -> UUID.fromString(id).version() == 0);
    assertThat(ids).contains(party.id().toString(), trade, sale.negotiation());
    return ids;
  }

  private List<Route> readingRoutes() {
    return system.local().programs().stream()
        .filter(program -> !program.name().matches(".*-\\d"))
        .flatMap(system::routesOf)
        .filter(route -> route.method().equals("GET"))
        .toList();
  }
}
