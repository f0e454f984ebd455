/** Read model: the last verdict of risk on each subject, from {@code risk-events}. */
package com.cottonerp.tradedesk.verdicts;
