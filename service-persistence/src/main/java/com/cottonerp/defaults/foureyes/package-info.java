/** Four eyes: nobody decides on what they made, changed, uploaded or verified. */
package com.cottonerp.defaults.foureyes;
