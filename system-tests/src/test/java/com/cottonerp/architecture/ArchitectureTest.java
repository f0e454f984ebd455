package com.cottonerp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the modules, for all of them at once. */
class ArchitectureTest {
  private static final String OURS = "com.cottonerp..";
  private static final String[] SERVICES =
      Modules.SERVICES.values().stream().map(own -> own + "..").toArray(String[]::new);
  private static final String[] PROGRAMS_AND_TOOLS = {
    "com.cottonerp.relay..",
    "com.cottonerp.platform..",
    "com.cottonerp.pubsub..",
    "com.cottonerp.runner.."
  };

  static Stream<String> services() {
    return Modules.SERVICES.values().stream().sorted();
  }

  @Test
  void what_identifies_somebody_masks_itself_in_every_answer_of_partners() {
    check(
        fields()
            .that()
            .haveNameMatching("(?i).*(panNumber|taxIdNumber|gstin|accountNumber)")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("View")
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("com.cottonerp.partners..")
            .should()
            .haveRawType("com.cottonerp.partners.identity.Identifier")
            .because("a text in a view shows all of itself to everybody"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void G8_a_service_imports_no_other_service_and_no_other_program(String own) {
    String[] others =
        Stream.concat(Stream.of(SERVICES), Stream.of(PROGRAMS_AND_TOOLS))
            .filter(other -> !other.equals(own + ".."))
            .toArray(String[]::new);

    check(
        noClasses()
            .that()
            .resideInAPackage(own + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .because("what a service needs of another it keeps as a read model of its own"));
    assertThat(Modules.mainClasses().stream().filter(type -> type.getName().startsWith(own)))
        .isNotEmpty();
  }

  @Test
  void G8_nothing_depends_on_a_service() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVICES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES));
  }

  @Test
  void eventing_knows_of_ours_the_contracts_only() {
    mayUseOfOurs("com.cottonerp.eventing..", "com.cottonerp.contracts..");
  }

  @Test
  void the_relay_knows_of_ours_the_service_defaults_only() {
    mayUseOfOurs("com.cottonerp.relay..", "com.cottonerp.defaults..");
  }

  @Test
  void the_defaults_know_of_ours_the_events_of_a_request_and_the_inbox_only() {
    check(
        noClasses()
            .that()
            .resideInAPackage("com.cottonerp.defaults..")
            .and()
            .resideOutsideOfPackages(
                "com.cottonerp.defaults.events..", "com.cottonerp.defaults.inbox..")
            .should()
            .dependOnClassesThat(
                Predicates.resideInAPackage(OURS)
                    .and(Predicates.resideOutsideOfPackage("com.cottonerp.defaults.."))));
    mayUseOfOurs(
        "com.cottonerp.defaults.events..", "com.cottonerp.defaults..", "com.cottonerp.eventing..");
  }

  @Test
  void no_package_lies_in_two_modules() {
    Map<String, List<String>> modules = new TreeMap<>();
    Modules.names()
        .forEach(
            module ->
                Modules.packagesOf(module)
                    .forEach(
                        one ->
                            modules.computeIfAbsent(one, none -> new ArrayList<>()).add(module)));

    assertThat(modules).containsKeys("com.cottonerp.defaults.problem", "com.cottonerp.relay");
    assertThat(modules.entrySet()).filteredOn(one -> one.getValue().size() > 1).isEmpty();
  }

  @Test
  void the_contracts_need_java_and_annotations_only() {
    check(
        classes()
            .that()
            .resideInAPackage("com.cottonerp.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "com.cottonerp.contracts..",
                "java..",
                "com.fasterxml.jackson.annotation..",
                "jakarta.annotation.."));
  }

  @Test
  void published_events_are_records_of_a_sealed_family() {
    check(
        classes()
            .that()
            .implement(PublishedEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .resideInAPackage("com.cottonerp.contracts.*.v*"));
    assertThat(
            Modules.mainClasses().stream()
                .filter(type -> type.isInterface() && type.isAssignableTo(PublishedEvent.class))
                .filter(type -> !type.isEquivalentTo(PublishedEvent.class)))
        .isNotEmpty()
        .allMatch(family -> family.reflect().isSealed());
  }

  @Test
  void http_resources_are_called_so_and_live_beside_what_they_serve() {
    check(
        classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideOutsideOfPackages(
                "com.cottonerp.contracts..", "com.cottonerp.platform..", "com.cottonerp.runner.."));
    Modules.SERVICES
        .values()
        .forEach(
            own ->
                check(
                    noClasses()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .resideInAPackage(own)
                        .because("a resource belongs to the package of its feature")));
  }

  @Test
  void one_class_of_a_service_lists_its_subscriptions() {
    check(
        methods()
            .that()
            .areAnnotatedWith(Incoming.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleName("Subscriptions"));
  }

  @Test
  void names_say_what_a_class_does() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Processor|Dto|DTO)(\\$.*)?$"));
    check(noClasses().should().resideInAnyPackage(packagesNamed("common", "util", "misc", "core")));
  }

  static Stream<String> modules() {
    return Stream.concat(
        services(),
        Stream.of(
            "com.cottonerp.eventing",
            "com.cottonerp.defaults",
            "com.cottonerp.relay",
            "com.cottonerp.pubsub",
            "com.cottonerp.platform",
            "com.cottonerp.runner"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void no_two_packages_of_a_module_need_each_other(String own) {
    check(slices().matching(own + ".(*)..").should().beFreeOfCycles());
  }

  /** Settings is data that is entered and shown: see ADR 19. */
  @Test
  void an_aggregate_knows_neither_the_body_of_a_request_nor_what_the_API_shows() {
    check(
        noClasses()
            .that()
            .areAssignableTo(AggregateRoot.class)
            .and()
            .resideOutsideOfPackage("com.cottonerp.settings..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*(Body|View)(\\$.*)?")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "com.fasterxml.jackson..")
            .because("a body becomes a value object before an aggregate sees it"));
  }

  /** See docs/glossary.md. */
  @Test
  void the_glossary_has_one_word_for_one_thing() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .haveNameMatching(".*\\.\\w*(Wish|Handlers?|Life|Consequence)\\w*(\\$.*)?")
            .because("a requirement is no wish, and a use case is a class named by what it does"));
    check(
        noClasses()
            .that()
            .resideInAPackage("com.cottonerp.tradedesk..")
            .and()
            .resideOutsideOfPackage("com.cottonerp.tradedesk.negotiations..")
            .should()
            .haveNameMatching(".*\\.\\w*Offer\\w*(\\$.*)?")
            .because("an offer is what one side of a negotiation bids"));
  }

  /**
   * Hibernate Reactive keeps the result of a delete of an entity in a field that all sessions
   * share: of two at once one never completes, and its transaction stays open. A delete by query
   * does not.
   */
  @Test
  void rows_are_deleted_by_query_never_as_entities() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                describe(
                    "an entity is deleted",
                    call ->
                        call.getTarget().getName().equals("deleteById")
                            || (call.getTarget().getName().equals("delete")
                                && call.getTarget()
                                    .getOwner()
                                    .isAssignableTo(PanacheRepositoryBase.class)
                                && call.getTarget().getRawParameterTypes().size() == 1)
                            || (call.getTarget().getName().equals("remove")
                                && call.getTarget()
                                    .getOwner()
                                    .getName()
                                    .startsWith("org.hibernate.reactive"))))
            .because("two deletes of entities at once hang (hibernate-reactive issue 1713)"));
  }

  /**
   * Whoever else began one would change things as the role of the database, and not as somebody.
   */
  @Test
  void who_changes_something_says_who_it_is() {
    List<String> allowed =
        List.of("com.cottonerp.defaults.audit.Audited", "com.cottonerp.defaults.jobs.JobLease");

    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("com.cottonerp.eventing..")
            .and(describe("change business", type -> !allowed.contains(type.getName())))
            .should()
            .callMethodWhere(
                describe(
                    "a transaction is begun",
                    call -> call.getTarget().getName().equals("withTransaction")))
            .because("Audited.transaction and Audited.job put it into the audit"));
    check(methods().should().notBeAnnotatedWith(WithTransaction.class));
  }

  /**
   * A replica whose clock is wrong, or jumps, owns the same lanes and applies the same events:
   * leases, order and pauses go by the clock of the database and by time that has passed. What
   * reads the wall clock says how late something is, or asks an emulator more often.
   */
  @Test
  void G3_G4_G7_neither_the_relay_nor_the_inbox_decides_by_the_wall_clock() {
    List<String> harmless =
        List.of(
            "com.cottonerp.eventing.inbox.InboxMetrics",
            "com.cottonerp.eventing.pubsub.UnaryPull",
            "com.cottonerp.eventing.testkit");
    DescribedPredicate<JavaClass> decides =
        describe(
            "decide something", type -> harmless.stream().noneMatch(type.getName()::startsWith));

    check(
        noClasses()
            .that()
            .resideInAnyPackage("com.cottonerp.relay..", "com.cottonerp.eventing..")
            .and(decides)
            .should()
            .callMethodWhere(describe("the wall clock is read", ArchitectureTest::readsWallClock))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the clock of a replica may be wrong"));
  }

  private static boolean readsWallClock(JavaMethodCall call) {
    String owner = call.getTarget().getOwner().getName();
    String method = call.getTarget().getName();
    return owner.equals("java.lang.System") && method.equals("currentTimeMillis")
        || owner.startsWith("java.time.") && method.equals("now");
  }

  @Test
  void nobody_sleeps_and_nobody_mocks() {
    ArchRule noSleep =
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("a wait has a condition and a limit");

    check(noSleep);
    noSleep.check(Modules.testClasses());
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mockito..", "org.easymock..")
        .check(Modules.testClasses());
  }

  private static void mayUseOfOurs(String own, String... allowed) {
    String[] permitted = Stream.concat(Stream.of(own), Stream.of(allowed)).toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(own)
            .should()
            .dependOnClassesThat(
                Predicates.resideInAPackage(OURS)
                    .and(Predicates.resideOutsideOfPackages(permitted))));
  }

  private static String[] packagesNamed(String... names) {
    return Stream.of(names)
        .map(name -> "com.cottonerp..%s..".formatted(name))
        .toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.check(Modules.mainClasses());
  }
}
