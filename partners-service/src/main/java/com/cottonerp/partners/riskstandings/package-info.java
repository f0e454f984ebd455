/** Read model: how risk sees a partner, from {@code risk-events}. */
package com.cottonerp.partners.riskstandings;
