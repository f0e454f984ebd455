/** What a program asks of its settings before it serves anybody in production. */
package com.cottonerp.defaults.production;
