package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.partners.applicant.EntityClass;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which applications a list shows; what is not given does not narrow it. */
record ApplicationFilter(
    @QueryParam("status") @Parameter(schema = @Schema(implementation = ApplicationStatus.class))
        String status,
    @QueryParam("waitingFor") @Parameter(schema = @Schema(implementation = WaitingFor.class))
        String waitingFor,
    @QueryParam("entityClass") @Parameter(schema = @Schema(implementation = EntityClass.class))
        String entityClass,
    @QueryParam("country")
        @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        String country,
    @QueryParam("q")
        @Size(max = 100)
        @Parameter(description = "words of legal and trade name, each by its beginning")
        String q,
    @QueryParam("createdFrom") @Parameter(description = "a day in India, inclusive")
        LocalDate createdFrom,
    @QueryParam("createdTo") @Parameter(description = "a day in India, inclusive")
        LocalDate createdTo,
    @QueryParam("order")
        @DefaultValue("newest")
        @Parameter(
            description = "newest, oldest, or who has waited longest",
            schema = @Schema(implementation = ApplicationOrder.class))
        String order) {
  /** Later than every application has begun to wait. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String LONGEST =
      "coalesce(item.waitingSince, offset datetime 9999-12-31 00:00:00+00:00)";

  /**
   * @param applicant whose applications these are; null for those of everybody
   */
  Conditions conditions(String applicant) {
    return new Conditions()
        .add("item.applicantUserId = :user", "user", applicant)
        .is("status", QueryEnum.of(ApplicationStatus.class, "status", status))
        .when(waitingFor != null, waiting(QueryEnum.of(WaitingFor.class, "waitingFor", waitingFor)))
        .is("applicant.entityClass", QueryEnum.of(EntityClass.class, "entityClass", entityClass))
        .is("applicant.country", country)
        .words(q, "applicant.legalName", "applicant.tradeName")
        .made(createdFrom, createdTo, "created");
  }

  // As OnboardingApplication.waitingFor says of one.
  private static String waiting(WaitingFor asked) {
    if (asked == null) {
      return null;
    }
    return switch (asked) {
      case APPLICANT -> "item.status in (PENDING, INFO_REQUESTED)";
      case MANAGER -> "item.status = PENDING_APPROVAL and item.route <> DIRECTOR";
      case DIRECTOR -> "item.status = PENDING_APPROVAL and item.route = DIRECTOR";
    };
  }

  Order<OnboardingApplication> ordered() {
    if (QueryEnum.of(ApplicationOrder.class, "order", order) != ApplicationOrder.LONGEST_WAITING) {
      return Order.byTime(order, OnboardingApplication::id);
    }
    return new Order<>(
        LONGEST, false, ApplicationFilter::since, Instant::parse, OnboardingApplication::id);
  }

  private static Instant since(OnboardingApplication application) {
    return application.waitingSince() == null ? NEVER : application.waitingSince();
  }
}
