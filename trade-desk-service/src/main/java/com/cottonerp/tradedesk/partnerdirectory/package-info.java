/**
 * Read model: every partner as the trade desk sees it, from {@code partner-events}. Entry,
 * projection and queries: its whole life is in this package.
 */
package com.cottonerp.tradedesk.partnerdirectory;
