/**
 * The people who may act for a partner: invited with a company's e-mail address, up to the
 * partner's limit. Nothing of them leaves this context; logging in is the identity provider's.
 */
package com.cottonerp.partners.employees;
