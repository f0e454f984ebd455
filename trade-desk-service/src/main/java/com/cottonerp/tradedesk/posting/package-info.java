/**
 * What is true of every post, to sell or to buy: who may post, what, where, and how it is measured.
 */
package com.cottonerp.tradedesk.posting;
