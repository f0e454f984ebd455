/** Locations where goods lie or are delivered to, with region and time zone. */
package com.cottonerp.settings.locations;
