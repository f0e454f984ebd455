package com.cottonerp.contracts.trade.v1;

/** What happened while two parties negotiated. */
public sealed interface NegotiationEvent extends TradeEvent
    permits NegotiationStarted,
        NegotiationOfferMade,
        NegotiationAccepted,
        NegotiationRejected,
        NegotiationExpired {}
