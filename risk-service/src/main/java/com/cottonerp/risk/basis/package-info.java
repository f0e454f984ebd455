/** Whether all is there that judgements rest on, and what waits until it is. */
package com.cottonerp.risk.basis;
