package com.cottonerp.tradedesk.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The matches of a post.
 *
 * @param whyNot null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchList(List<MatchView> items, WhyNot whyNot) {}
