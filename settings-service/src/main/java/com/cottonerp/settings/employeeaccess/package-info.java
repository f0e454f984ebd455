/** The employees who may no longer act for a partner, from {@code partner-events}. */
package com.cottonerp.settings.employeeaccess;
