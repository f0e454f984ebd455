/** The vehicles of a partner who carries goods. Nothing of them is published. */
package com.cottonerp.partners.vehicles;
