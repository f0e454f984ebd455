/** The reference of a program's API, to be read: beside the document on the management port. */
package com.cottonerp.defaults.reference;
