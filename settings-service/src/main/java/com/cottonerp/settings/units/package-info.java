/** Units and exact conversion. Knows no commodity: what a bale of it weighs is handed in. */
package com.cottonerp.settings.units;
