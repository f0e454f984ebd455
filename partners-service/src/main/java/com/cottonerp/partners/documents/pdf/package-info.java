/**
 * The text of a PDF, and the first page of a PDF or picture, read in a process of its own. Such a
 * file is a program that its reader executes: it can ask for any time and any memory. Only the end
 * of a process gives both back for certain.
 */
package com.cottonerp.partners.documents.pdf;
