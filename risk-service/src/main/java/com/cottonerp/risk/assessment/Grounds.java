package com.cottonerp.risk.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a judgement rests on: enough to make it again.
 *
 * @param post of a post; left out of a pair
 * @param pair of a pair; left out of a post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grounds(
    @Nullable @Schema(description = "Left out of a pair") Judgement.Inputs post,
    @Nullable @Schema(description = "Left out of a post") PairJudgement.Inputs pair) {}
