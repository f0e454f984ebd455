/** How much one client may ask of a program at once. */
package com.cottonerp.defaults.limits;
