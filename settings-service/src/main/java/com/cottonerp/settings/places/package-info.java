/**
 * Looks up places before they become locations: a port to a map, and a built-in list of towns for a
 * deployment without a map.
 */
package com.cottonerp.settings.places;
