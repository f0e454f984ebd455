/** Whether all is there that judgements rest on. */
package com.cottonerp.risk.basis;
