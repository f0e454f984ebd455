/** Whether two partners are one, or belong together: by keyed hashes, never by the values. */
package com.cottonerp.risk.partylinks;
