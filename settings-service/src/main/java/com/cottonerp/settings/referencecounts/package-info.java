/** Read model: which posts use a commodity or a location, from {@code trade-events}. */
package com.cottonerp.settings.referencecounts;
