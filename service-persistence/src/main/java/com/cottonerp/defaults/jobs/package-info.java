/** Scheduled work that one replica at a time does. */
package com.cottonerp.defaults.jobs;
