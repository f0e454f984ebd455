/** What is a text that can be stored and sent on. */
package com.cottonerp.defaults.text;
