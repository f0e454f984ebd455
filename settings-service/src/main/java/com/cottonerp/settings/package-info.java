/**
 * Settings: commodities, locations, organizations and terms. Mostly plain records. For now it keeps
 * count of who uses them.
 */
package com.cottonerp.settings;
