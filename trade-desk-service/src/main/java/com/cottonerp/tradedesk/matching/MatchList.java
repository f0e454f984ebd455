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
public record MatchList(
    List<MatchView> items,
    @Nullable @Schema(description = "Always null: the list is whole") String next,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "Left out unless explain=true")
        WhyNot whyNot) {
  MatchList(List<MatchView> items, WhyNot whyNot) {
    this(items, null, whyNot);
  }
}
