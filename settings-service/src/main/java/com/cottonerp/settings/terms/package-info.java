/** Terms of trade that a contract may name: type, bargain, passing, weight, delivery, payment. */
package com.cottonerp.settings.terms;
