/** Risk: profiles, assessments, exposure. For now it keeps the profiles of the partners. */
package com.cottonerp.risk;
