/**
 * Changes that a partner asks for and somebody else decides: four eyes. Bank and address go to a
 * director, the rest to a manager; nobody decides on their own request. An approval makes the
 * change in the same transaction, with the events of the change.
 */
package com.cottonerp.partners.amendments;
