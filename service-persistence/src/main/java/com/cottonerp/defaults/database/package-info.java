/**
 * How sessions with PostgreSQL are protected on their way, and which problem a failure of Hibernate
 * or of the reactive driver becomes.
 */
package com.cottonerp.defaults.database;
