package com.cottonerp.runner;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code ./run seed}: makes data to work with through the APIs, as users would: a commodity, a
 * location, a selling company, a buying company, an open post of each, and personas. A second seed
 * changes nothing; after {@code ./run --fresh} a seed sets up everything again.
 */
final class SeedCommand {
  private final RunningSystem running;

  SeedCommand(RunningSystem running) {
    this.running = running;
  }

  void seed() {
    DemoStage stage = new DemoStage(running.awaitReady(), running.tokens(), false);
    Optional<Personas> known =
        Personas.find(running.state()).filter(personas -> isThere(stage, personas));
    Personas personas = known.orElseGet(() -> create(stage));
    System.out.println(known.isPresent() ? "It is seeded already." : "\nSeeded.");
    System.out.printf(
        "%nThe seller is %s, the buyer %s. Who you may be:%n%n",
        personas.sellerId(), personas.buyerId());
    personas
        .all()
        .forEach(one -> System.out.printf("  ./run token --as %-16s %s%n", one.name(), one.does()));
  }

  // The data may have been deleted since the seed, or the seed may be of another system.
  private static boolean isThere(DemoStage stage, Personas personas) {
    String partners = stage.api("partners-service") + "/partners/";
    return stage.manager.get(partners + personas.sellerId()).status() == 200
        && stage.manager.get(partners + personas.buyerId()).status() == 200;
  }

  private Personas create(DemoStage stage) {
    String mark = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    SettingsDemo.Setup setup = new SettingsDemo(stage, mark).play();
    PartnerDemo partners = new PartnerDemo(stage);
    String seller = partners.seller();
    String buyer = partners.buyer();
    new TradingDemo(stage, setup, seller, buyer).post();
    Personas personas = Personas.of(UUID.fromString(seller), UUID.fromString(buyer));
    personas.write(running.state());
    return personas;
  }
}
