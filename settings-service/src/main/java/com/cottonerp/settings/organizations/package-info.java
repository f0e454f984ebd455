/**
 * Our own legal entities: GST registrations, bank accounts, financial years, and the numbers of
 * documents.
 *
 * <p>Aggregate: {@code Organization}, which publishes every change of its parts with the full,
 * masked state. A document series is no part of it: numbers are issued without changing the
 * organization, and issuing is not an event.
 *
 * <p>Use cases: {@code AddGstRegistration}, {@code ChangeGstRegistration}, {@code
 * RemoveGstRegistration}, {@code RemoveFinancialYear}. What the aggregate decides alone needs no
 * class: the resource calls {@code Organization}.
 */
package com.cottonerp.settings.organizations;
