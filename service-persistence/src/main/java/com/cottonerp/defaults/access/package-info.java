/** Employees who act for a partner: who does no more gets no access, whatever their token says. */
package com.cottonerp.defaults.access;
