/** What every service does the same way over HTTP: problems, security, idempotency keys, paging. */
package com.cottonerp.defaults;
