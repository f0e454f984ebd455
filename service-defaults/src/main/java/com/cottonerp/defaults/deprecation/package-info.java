/** Operations that end: how clients are told, and until when the operations answer. */
package com.cottonerp.defaults.deprecation;
