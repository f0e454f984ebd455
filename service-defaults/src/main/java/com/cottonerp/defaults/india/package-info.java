/**
 * Public rules of India that several contexts need: states and their codes, PIN codes, PAN and
 * GSTIN. All of it is pure. Each class names its sources; docs/india.md lists the rules, and what
 * is not decided.
 */
package com.cottonerp.defaults.india;
