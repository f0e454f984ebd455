package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.validation.CurrencyCode;
import com.cottonerp.risk.basis.Basis;
import com.cottonerp.risk.partnerprofiles.PartnerNotKnownYet;
import com.cottonerp.risk.partnerprofiles.PartnerProfiles;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/assessments")
@Tag(name = "Assessments")
@RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
@WithSession
public class AssessmentResource {
  private static final int CODE_LENGTH = 3;

  private final AssessPost handler;
  private final PartnerProfiles profiles;
  private final Basis basis;

  AssessmentResource(AssessPost handler, PartnerProfiles profiles, Basis basis) {
    this.basis = basis;
    this.handler = handler;
    this.profiles = profiles;
  }

  @POST
  @Operation(
      summary = "What would be said of a post",
      description = "What if: stores and publishes nothing.")
  @APIResponse(responseCode = "200", description = "The judgement with what it rests on")
  @APIResponse(
      responseCode = "503",
      description = "partner-not-known-yet, exchange-rate-not-known-yet, not-ready: try again")
  public Uni<WhatIf> assessWhatIf(@NotNull @Valid Question question) {
    Post post =
        new Post(
            "WHAT_IF",
            question.partnerId(),
            question.partnerId(),
            question.side(),
            question.commodityId(),
            question.value().money(),
            null,
            null);
    return profiles
        .creditOf(question.partnerId())
        .onItem()
        .ifNull()
        .failWith(() -> new PartnerNotKnownYet(question.partnerId()).refused())
        .chain(credit -> handler.inputs(post, credit))
        .call(basis::require)
        .map(inputs -> WhatIf.of(Judgement.of(inputs), inputs));
  }

  /** The trade to assess: partner, side, commodity and value. */
  public record Question(
      @NotNull UUID partnerId,
      @NotNull @Pattern(regexp = "BUY|SELL", message = "is BUY or SELL") String side,
      @NotNull UUID commodityId,
      @NotNull @Valid Amount value) {}

  public record Amount(
      @NotNull
          @Positive
          @Digits(integer = 16, fraction = 2)
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal amount,
      @NotNull @CurrencyCode String currency) {
    // WHY not by a pattern: the released document has none here.
    Money money() {
      if (currency.length() != CODE_LENGTH) {
        throw new InvalidField("/value/currency", "is an ISO-4217 code").refused();
      }
      return new Money(amount, currency);
    }
  }

  /**
   * The verdict that risk would give.
   *
   * @param score 0 to 100, higher is safer
   * @param violations the codes of the rules that fail the trade at any score
   */
  public record WhatIf(
      RiskStatus status,
      @Schema(description = "0 to 100, higher is safer") int score,
      List<RiskFactor> factors,
      @Schema(description = "What fails whatever the score") List<String> violations,
      String rulesVersion,
      Judgement.Inputs inputs) {
    static WhatIf of(Judgement judgement, Judgement.Inputs inputs) {
      return new WhatIf(
          judgement.status(),
          judgement.score(),
          judgement.factors(),
          judgement.violations(),
          Judgement.RULES_VERSION,
          inputs);
    }
  }
}
