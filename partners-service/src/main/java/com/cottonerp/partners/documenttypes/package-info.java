/** The kinds of documents, and who reviews each. */
package com.cottonerp.partners.documenttypes;
