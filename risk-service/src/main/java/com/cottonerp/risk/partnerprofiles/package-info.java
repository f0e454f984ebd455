/** Read model: every partner as risk sees it, from {@code partner-events}. */
package com.cottonerp.risk.partnerprofiles;
