package com.cottonerp.partners.partner;

import jakarta.validation.constraints.Size;

/** What a partner may say of its business without anybody's approval. */
public record TradeFactsBody(
    @Size(max = 500) String tradeName, boolean hasQualityLab, boolean canArrangeTransport) {}
