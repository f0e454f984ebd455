package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import java.math.BigDecimal;

/**
 * The facts about a partner that an assessment needs.
 *
 * @param importAllowed whether the partner's verified documents include an import licence
 */
public record PartnerCredit(
    Money limit, BigDecimal rating, String country, boolean importAllowed, boolean exportAllowed) {}
