package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where the goods go from and to, and who is billed, as it was when the trade was made. */
@Embeddable
record TradeAddresses(
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "ship_to") FrozenAddress shipTo,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "bill_to") FrozenAddress billTo,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "ship_from") FrozenAddress shipFrom) {}
