/**
 * How a commission is computed: by settings when it is tried out, by the trade desk for a trade.
 */
package com.cottonerp.defaults.commission;
