/** How sessions with PostgreSQL are protected on their way. */
package com.cottonerp.defaults.database;
