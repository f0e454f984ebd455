/** The broker's commissions: commission structures, and the commission on a value. */
package com.cottonerp.settings.commissions;
