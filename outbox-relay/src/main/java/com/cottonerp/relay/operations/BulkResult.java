package com.cottonerp.relay.operations;

/**
 * @param changed how many events this call changed
 * @param remaining how many the same filter still selects: ask again
 */
record BulkResult(int changed, long remaining) {
  boolean didSomething() {
    return changed > 0;
  }
}
