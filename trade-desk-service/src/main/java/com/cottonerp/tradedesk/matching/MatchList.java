package com.cottonerp.tradedesk.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The matches of a post.
 *
 * @param whyNot left out unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchList(
    List<MatchView> items,
    @Nullable @Schema(description = "Left out unless explain=true") WhyNot whyNot) {}
