/** The table of who did what to which thing, and how long it is kept (ADR 18). */
package com.cottonerp.eventing.audit;
