/** How a session with PostgreSQL is encrypted, and whose certificate it trusts. */
package com.cottonerp.defaults.databasetls;
