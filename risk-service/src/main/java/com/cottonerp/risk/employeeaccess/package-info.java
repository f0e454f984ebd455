/** Who may act for a partner no more, as partners says. */
package com.cottonerp.risk.employeeaccess;
