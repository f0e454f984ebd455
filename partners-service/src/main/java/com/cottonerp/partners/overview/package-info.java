/** All partners at once: counts for a dashboard, and a file of them. */
package com.cottonerp.partners.overview;
