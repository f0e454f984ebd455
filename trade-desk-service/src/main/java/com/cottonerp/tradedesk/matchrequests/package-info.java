/**
 * The queue of posts that look for a counterpart: in the database, written in the transaction of
 * the change that made them look.
 */
package com.cottonerp.tradedesk.matchrequests;
