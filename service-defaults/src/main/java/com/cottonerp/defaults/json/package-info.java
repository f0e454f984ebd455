/** How JSON is written and read, beyond what the framework's settings say. */
package com.cottonerp.defaults.json;
