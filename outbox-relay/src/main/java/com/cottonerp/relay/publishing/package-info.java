/**
 * From fetched events to acknowledgements: message format, requests, failures and what they mean.
 */
package com.cottonerp.relay.publishing;
