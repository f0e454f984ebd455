/**
 * Upload and review of documents, before the approval of a partner and after it. The document
 * itself is in {@code documents}.
 */
package com.cottonerp.partners.paperwork;
