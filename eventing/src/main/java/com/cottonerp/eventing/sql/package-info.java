/** SQL that is run often, on the connection of a Hibernate session. */
package com.cottonerp.eventing.sql;
