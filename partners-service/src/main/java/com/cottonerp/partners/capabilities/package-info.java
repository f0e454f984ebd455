/** What a partner may do: detected from verified documents, or overridden with a reason. */
package com.cottonerp.partners.capabilities;
