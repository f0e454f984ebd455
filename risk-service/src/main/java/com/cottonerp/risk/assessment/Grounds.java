package com.cottonerp.risk.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a judgement rests on: enough to make it again.
 *
 * @param post of a post; null of a pair
 * @param pair of a pair; null of a post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grounds(Judgement.Inputs post, PairJudgement.Inputs pair) {}
