/** The names of the metrics. */
package com.cottonerp.relay.metrics;
