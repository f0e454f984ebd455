/**
 * The leases: who may publish which lane, until when. See the documentation of the parent package.
 */
package com.cottonerp.relay.lane;
