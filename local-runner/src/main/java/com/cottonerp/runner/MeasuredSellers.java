package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The companies that {@code ./run measure} posts for. WHY many: posts of one seller and one
 * commodity wait for each other, because the trade desk compares each new post with the open posts.
 */
final class MeasuredSellers {
  private static final String TELLS_THEM_APART = "Saurashtra Ginning";
  private static final int PAGE = 100;

  private final SystemFile system;
  private final Tokens tokens;
  private final String directory;

  MeasuredSellers(SystemFile system, Tokens tokens) {
    this.system = system;
    this.tokens = tokens;
    this.directory =
        system.services().get("trade-desk-service").url()
            + "/api/v1/partner-directory?limit="
            + PAGE;
  }

  /** Returns so many users, each of another company. Onboards the companies that are missing. */
  List<ApiClient> find(int count) {
    Set<UUID> found = known(count);
    if (found.size() < count) {
      System.out.printf(
          "%d companies are missing, which are taken on first%n", count - found.size());
      DemoStage stage = new DemoStage(system, tokens, false);
      while (found.size() < count) {
        found.add(UUID.fromString(new PartnerDemo(stage).seller()));
      }
    }
    return found.stream().map(this::userOf).toList();
  }

  private Set<UUID> known(int count) {
    Set<UUID> found = new LinkedHashSet<>();
    ApiClient reader = new ApiClient(tokens.token("measure"));
    String after = "";
    do {
      JsonNode page = reader.get(directory + after).expect(200).body();
      for (JsonNode partner : page.path("items")) {
        if (partner.path("status").asText().equals("approved")
            && partner.path("legalName").asText().equals(TELLS_THEM_APART)
            && found.size() < count) {
          found.add(UUID.fromString(partner.path("partnerId").asText()));
        }
      }
      after = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty() && found.size() < count);
    return found;
  }

  private ApiClient userOf(UUID partner) {
    return new ApiClient(
        tokens.token(
            "measure",
            DevelopmentIssuer.ALL_PERMISSIONS,
            Optional.of(partner),
            Duration.ofHours(1)));
  }
}
