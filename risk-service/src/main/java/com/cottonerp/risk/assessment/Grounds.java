package com.cottonerp.risk.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The inputs of an assessment: enough to repeat the assessment.
 *
 * @param post the inputs of a post; absent for a pair
 * @param pair the inputs of a pair; absent for a post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grounds(
    @Nullable @Schema(description = "Left out of a pair") Judgement.Inputs post,
    @Nullable @Schema(description = "Left out of a post") PairJudgement.Inputs pair) {}
