package com.cottonerp.relay.operations;

/**
 * @param changed how many events this call changed
 * @param remaining how many events the filter still selects; the caller calls again
 */
record BulkResult(int changed, long remaining) {
  boolean didSomething() {
    return changed > 0;
  }
}
