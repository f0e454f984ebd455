/** What the broker earns: structures, and what follows from them for a value. */
package com.cottonerp.settings.commissions;
