/** A partner lets the brokerage act on its behalf: who said so, on what ground, and until when. */
package com.cottonerp.partners.brokerconsent;
