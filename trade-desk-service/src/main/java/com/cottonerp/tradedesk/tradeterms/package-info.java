/** Read model: the terms that a contract may name, from {@code settings-events}. */
package com.cottonerp.tradedesk.tradeterms;
