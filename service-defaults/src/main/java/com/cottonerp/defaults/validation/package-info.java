/** What fields of several services have to be, beyond what Jakarta Validation knows. */
package com.cottonerp.defaults.validation;
