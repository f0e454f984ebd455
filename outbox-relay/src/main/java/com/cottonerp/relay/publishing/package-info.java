/**
 * From fetched events to acknowledgements: message format, requests, failures and their meaning.
 */
package com.cottonerp.relay.publishing;
