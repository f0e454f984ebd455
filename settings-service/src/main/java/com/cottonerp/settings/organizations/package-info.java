/**
 * Our own legal entities: GST registrations, bank accounts, financial years and document numbers.
 *
 * <p>Aggregate: {@code Organization}, which publishes every change of its parts with the full,
 * masked state. A document series is not part of the aggregate: issuing a number does not change
 * the organization, and is no event.
 *
 * <p>Use cases: {@code AddGstRegistration}, {@code ChangeGstRegistration}, {@code
 * RemoveGstRegistration}, {@code RemoveFinancialYear}. A change that the aggregate decides alone
 * has no use case class: the resource calls {@code Organization}.
 */
package com.cottonerp.settings.organizations;
