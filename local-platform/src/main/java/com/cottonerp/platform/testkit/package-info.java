/** What the tests of several services share: databases, published events and documented answers. */
package com.cottonerp.platform.testkit;
