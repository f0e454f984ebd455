/**
 * The OpenAPI documents of the programs as a product: committed, linted, compatible with what was
 * released, and good for a generated client.
 */
package com.cottonerp.openapi;
