/**
 * The leases: which replica may publish which lane, and until when. See the documentation of the
 * parent package.
 */
package com.cottonerp.relay.lane;
