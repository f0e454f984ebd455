package com.cottonerp.tradedesk.testkit;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.platform.testkit.Answers.json;
import static com.cottonerp.platform.testkit.Answers.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.platform.testkit.UserTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The API as its users call it. */
public final class Desk {
  private static final Set<String> ALL =
      Set.of(
          "AVAILABILITY_CREATE",
          "AVAILABILITY_READ",
          "AVAILABILITY_UPDATE",
          "AVAILABILITY_APPROVE",
          "AVAILABILITY_RESERVE",
          "AVAILABILITY_RELEASE",
          "AVAILABILITY_MARK_SOLD",
          "AVAILABILITY_CANCEL",
          "REQUIREMENT_CREATE",
          "REQUIREMENT_READ",
          "REQUIREMENT_UPDATE",
          "REQUIREMENT_CANCEL",
          "MATCHING_MANUAL",
          "TRADE_READ",
          "TRADE_CREATE",
          "TRADE_UPDATE",
          "TRADE_ON_BEHALF",
          "PARTNER_READ",
          "ADMIN_VIEW_ALL_DATA");

  private Desk() {}

  /** An internal user without a partner. */
  public static RequestSpecification internal() {
    return internal("clerk");
  }

  /** An internal user of that name. */
  public static RequestSpecification internal(String user) {
    return with(UserTokens.internal(user, ALL));
  }

  /** An internal user of that name who acts for a partner, such as one who posts what it says. */
  public static RequestSpecification internal(String user, UUID partnerId) {
    return with(UserTokens.of(user, "INTERNAL", ALL, Map.of("partner_id", partnerId.toString())));
  }

  /** A user of the brokerage who acts on behalf of a partner. */
  public static RequestSpecification broker(UUID partnerId) {
    return internal("bina-the-broker").header("On-Behalf-Of", partnerId.toString());
  }

  /** One who may not act for others. */
  public static RequestSpecification clerkWithoutPartners() {
    Set<String> permissions = new TreeSet<>(ALL);
    permissions.remove("TRADE_ON_BEHALF");
    return with(UserTokens.internal("clerk", permissions));
  }

  /** Who runs the service. */
  public static RequestSpecification operator() {
    return with(UserTokens.internal("operator", Set.of("SYSTEM_CONFIGURE")));
  }

  /** Who looks for what was changed. */
  public static RequestSpecification auditor() {
    return with(UserTokens.internal("auditor", Set.of("AUDIT_READ")));
  }

  /** A clerk with a token of that lifetime and type, issued then. */
  public static RequestSpecification internal(Instant issued, Instant expires, String type) {
    return with(
        Jwt.issuer(RunningPostgres.ISSUER)
            .upn("clerk")
            .subject("clerk")
            .claim("user_type", "INTERNAL")
            .groups(ALL)
            .issuedAt(issued)
            .expiresAt(expires)
            .jws()
            .header("typ", type)
            .sign());
  }

  /** One user who acts for several partners. */
  public static RequestSpecification agentOf(UUID partnerId) {
    return external("agent", partnerId);
  }

  /** A user whose token names something that is no partner's id. */
  public static RequestSpecification asNobody(String userType, String partner) {
    return with(UserTokens.of("nobody", userType, ALL, Map.of("partner_id", partner)));
  }

  /** A user of a partner. */
  public static RequestSpecification as(UUID partnerId) {
    return external("user-of-" + partnerId, partnerId);
  }

  private static RequestSpecification external(String user, UUID partnerId) {
    return with(UserTokens.external(user, ALL, partnerId.toString()));
  }

  private static RequestSpecification with(String token) {
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
  }

  public static String offer(UUID commodity, UUID place, String quantity, String price) {
    return """
    {"commodityId": "%s", "place": {"locationId": "%s"}, "totalQuantity": "%s", "price": %s,
     "quality": {"Staple Length": "29.0", "Color Grade": "31-3"}}"""
        .formatted(commodity, place, quantity, price == null ? "null" : '"' + price + '"');
  }

  public static String wish(UUID commodity, UUID place, String min, String max, String maxPrice) {
    return """
    {"commodityId": "%s", "places": [{"locationId": "%s"}], "minQuantity": "%s", "maxQuantity": "%s", "maxPrice": "%s",
     "quality": [{"name": "Staple Length", "min": "28", "max": "30", "preferred": "29"}]}"""
        .formatted(commodity, place, min, max, maxPrice);
  }

  /** Posts it; its id. */
  public static UUID posted(UUID partner, String path, String body) {
    return UUID.fromString(created(as(partner).body(body).post("/api/v1/" + path)));
  }

  /** An offer that risk let pass; its id. */
  public static UUID activeOffer(Market market, UUID seller, String body) {
    UUID id = posted(seller, "availabilities", body);
    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED");
    return id;
  }

  /** A requirement that risk let pass; its id. */
  public static UUID activeWish(Market market, UUID buyer, String body) {
    UUID id = posted(buyer, "requirements", body);
    market.judge("REQUIREMENT", id, "PASS", "100", "NOT_RATED");
    return id;
  }

  /** The best match of a requirement, as soon as there is one; its id. */
  public static UUID matchOf(UUID buyer, UUID requirement) {
    await().atMost(Duration.ofMinutes(1)).until(() -> !matchesOf(buyer, requirement).isEmpty());
    return UUID.fromString(matchesOf(buyer, requirement).get(0));
  }

  public static List<String> matchesOf(UUID buyer, UUID requirement) {
    return matchesOf(buyer, "requirements", requirement);
  }

  /** The ids of the matches of a post, the best first. */
  public static List<String> matchesOf(UUID owner, String posts, UUID post) {
    Response matches = as(owner).get("/api/v1/" + posts + "/" + post + "/matches");
    matches.then().statusCode(200);
    List<String> ids = new ArrayList<>();
    json(matches).path("items").forEach(match -> ids.add(match.path("id").asText()));
    return ids;
  }

  public static String statusOf(UUID partner, String path) {
    Response answer = as(partner).get("/api/v1/" + path);
    answer.then().statusCode(200);
    return text(answer, "status");
  }

  /** A refusal: a problem with this type. */
  public static Response refused(Response response, int status, String type) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(text(response, "type")).endsWith("/" + type);
    return response;
  }
}
