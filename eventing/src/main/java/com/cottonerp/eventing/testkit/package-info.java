/** For the tests of services: events of other contexts without a broker. */
package com.cottonerp.eventing.testkit;
