/** What may go wrong, on request. */
package com.cottonerp.pubsub.faults;
