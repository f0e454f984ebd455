/** The topics and subscriptions, from the one file that lists them. */
package com.cottonerp.eventing.topology;
