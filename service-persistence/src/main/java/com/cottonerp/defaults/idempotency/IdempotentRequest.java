package com.cottonerp.defaults.idempotency;

/**
 * A request that named an Idempotency-Key: who, which operation, which key, and a hash of the body.
 */
record IdempotentRequest(String caller, String operation, String key, byte[] hash) {
  /** The same request, as another version says who makes it. */
  IdempotentRequest by(String otherCaller) {
    return new IdempotentRequest(otherCaller, operation, key, hash);
  }
}
