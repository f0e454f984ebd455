/** Ids and time. */
package com.cottonerp.settings.identity;
