/**
 * What a company says of itself, as an applicant and as a partner: its registrations, bank, address
 * and contact, the rules for them, and how the API shows them. Knows no other package of this
 * service but {@code identity}.
 */
package com.cottonerp.partners.applicant;
