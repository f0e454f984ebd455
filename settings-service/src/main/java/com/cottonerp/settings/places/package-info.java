/**
 * Looking up places before they become locations: a port to a map, and a short list of its own that
 * answers where no map is connected.
 */
package com.cottonerp.settings.places;
