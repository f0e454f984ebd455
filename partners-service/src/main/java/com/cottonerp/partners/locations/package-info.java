/** The places of a partner: part of the aggregate BusinessPartner, which publishes every change. */
package com.cottonerp.partners.locations;
