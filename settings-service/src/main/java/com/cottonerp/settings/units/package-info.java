/** Units and exact conversion. Knows no commodity: the caller passes the weight of a bale. */
package com.cottonerp.settings.units;
