/** Read model: which posts and trades of a partner are open, from {@code trade-events}. */
package com.cottonerp.partners.openbusiness;
