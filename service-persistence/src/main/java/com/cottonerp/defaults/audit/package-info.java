/**
 * Who did what to which thing. The entries are written by triggers of the database (ADR 18); here
 * is who and why, and how auditors read it.
 */
package com.cottonerp.defaults.audit;
