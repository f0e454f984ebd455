/** What every program does the same way over HTTP: problems, security, limits, paging. */
package com.cottonerp.defaults;
