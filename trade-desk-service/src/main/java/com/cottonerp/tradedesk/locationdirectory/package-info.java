/** Read model: the registered places, from {@code settings-events}. */
package com.cottonerp.tradedesk.locationdirectory;
