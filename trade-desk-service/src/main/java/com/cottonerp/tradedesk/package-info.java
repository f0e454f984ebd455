/**
 * The trade desk: availabilities, requirements, matching, negotiations and trades. For now it keeps
 * the partner directory that all of them decide by.
 */
package com.cottonerp.tradedesk;
