/**
 * Lists from which work can be done: one description of a list ({@link
 * com.cottonerp.defaults.lists.Listing}: conditions and order) answers its pages, its counts by
 * status and its export as CSV.
 */
package com.cottonerp.defaults.lists;
