package com.cottonerp.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The users that {@code ./run seed} has set up, kept in {@code seed.json} in the state folder.
 *
 * @param sellerId the partner whose user sells
 * @param buyerId the partner whose user buys
 */
record Personas(UUID sellerId, UUID buyerId, List<Persona> all) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Set<String> TRADE =
      Set.of(
          "AVAILABILITY_CREATE",
          "AVAILABILITY_READ",
          "AVAILABILITY_UPDATE",
          "AVAILABILITY_CANCEL",
          "REQUIREMENT_CREATE",
          "REQUIREMENT_READ",
          "REQUIREMENT_UPDATE",
          "REQUIREMENT_CANCEL",
          "TRADE_CREATE",
          "TRADE_READ",
          "TRADE_UPDATE",
          "PARTNER_READ",
          "COMMODITY_READ",
          "LOCATION_READ");

  static Personas of(UUID sellerId, UUID buyerId) {
    return new Personas(
        sellerId,
        buyerId,
        List.of(
            new Persona(
                "partner-admin",
                "meera-the-manager",
                "takes companies on, up to a manager's limit",
                startingWith("PARTNER_", "PARTNER_APPROVE_DIRECTOR"),
                null),
            new Persona(
                "document-checker",
                "charu-the-checker",
                "verifies the papers on which somebody else decides",
                Set.of(
                    "PARTNER_READ",
                    "PARTNER_APPROVE",
                    "PARTNER_VERIFY_GST",
                    "PARTNER_MANAGE_BANK_ACCOUNTS"),
                null),
            new Persona(
                "director",
                "dev-the-director",
                "decides what a manager may not",
                Set.of("PARTNER_READ", "PARTNER_APPROVE", "PARTNER_APPROVE_DIRECTOR"),
                null),
            new Persona(
                "settings-admin",
                "kiran-the-keeper",
                "keeps commodities, places and our companies",
                startingWith("COMMODITY_", "LOCATION_", "ORG_"),
                null),
            new Persona(
                "risk-officer",
                "ravi-of-risk",
                "reads verdicts and exposure, lets an offer through or holds it",
                Set.of(
                    "ADMIN_VIEW_ALL_DATA",
                    "PARTNER_READ",
                    "AVAILABILITY_READ",
                    "AVAILABILITY_APPROVE",
                    "REQUIREMENT_READ",
                    "TRADE_READ"),
                null),
            new Persona(
                "broker",
                "bina-the-broker",
                "posts, negotiates and trades on behalf of partners that consent",
                broking(),
                null),
            new Persona("seller", "gopal-the-ginner", "sells for a ginner", TRADE, sellerId),
            new Persona("buyer", "sunita-the-spinner", "buys for a spinner", TRADE, buyerId),
            new Persona(
                "auditor",
                "anil-the-auditor",
                "reads everything and changes nothing",
                reading(),
                null),
            new Persona(
                "operator",
                "om-the-operator",
                "looks after outboxes, inboxes and read models",
                Set.of("SYSTEM_CONFIGURE", "ADMIN_VIEW_ALL_DATA"),
                null)));
  }

  /** The permissions that begin with one of the texts. */
  private static Set<String> startingWith(String... texts) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      DevelopmentIssuer.ALL_PERMISSIONS.stream()
          .filter(one -> text.endsWith("_") && one.startsWith(text))
          .forEach(found::add);
      found.remove(text);
    }
    return found;
  }

  private static Set<String> broking() {
    Set<String> found = new TreeSet<>(TRADE);
    found.add("TRADE_ON_BEHALF");
    found.add("PARTNER_UPDATE");
    return found;
  }

  private static Set<String> reading() {
    Set<String> found = new TreeSet<>(Set.of("ADMIN_VIEW_ALL_DATA"));
    DevelopmentIssuer.ALL_PERMISSIONS.stream()
        .filter(one -> one.endsWith("_READ"))
        .forEach(found::add);
    return found;
  }

  Persona named(String name) {
    return all.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no persona '%s'; there are %s"
                        .formatted(name, all.stream().map(Persona::name).toList())));
  }

  /**
   * @throws UsageException when {@code ./run seed} has not run
   */
  static Personas read(Path state) {
    return find(state)
        .orElseThrow(() -> new UsageException("There are no personas yet: ./run seed"));
  }

  static Optional<Personas> find(Path state) {
    Path file = file(state);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), Personas.class))
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void write(Path state) {
    try {
      Files.createDirectories(state);
      JSON.writeValue(file(state).toFile(), this);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path file(Path state) {
    return state.resolve("seed.json");
  }
}
