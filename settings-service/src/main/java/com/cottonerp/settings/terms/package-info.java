/**
 * Terms of trade: what a contract may name of type, bargain, passing, weight, delivery, payment.
 */
package com.cottonerp.settings.terms;
