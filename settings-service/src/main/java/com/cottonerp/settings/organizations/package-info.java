/**
 * Our own legal entities: GST registrations, bank accounts, financial years, and the numbers of
 * documents.
 *
 * <p>Aggregate: {@code Organization}, which publishes every change of its parts with the full,
 * masked state. A document series is no part of it: numbers are issued without changing the
 * organization, and issuing is not an event.
 */
package com.cottonerp.settings.organizations;
