/**
 * Internal users who act on behalf of a partner: they say for whom ({@code On-Behalf-Of}), and the
 * partner has consented.
 */
package com.cottonerp.defaults.onbehalf;
