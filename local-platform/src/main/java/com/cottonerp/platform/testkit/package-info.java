/** What the tests of several services look at in the same way. */
package com.cottonerp.platform.testkit;
