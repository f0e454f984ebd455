/** Who grants which credit limit. */
package com.cottonerp.partners.creditlimits;
