/** Places: where goods lie and where they are delivered to, with their region and time zone. */
package com.cottonerp.settings.locations;
