/** The faults that a client can ask for. */
package com.cottonerp.pubsub.faults;
