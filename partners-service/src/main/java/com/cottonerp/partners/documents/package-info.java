/**
 * The documents of an application: stored as they came, read for what they say, and verified or
 * rejected by a reviewer. What a machine read from a document is a hint for the reviewer, never a
 * verification.
 */
package com.cottonerp.partners.documents;
