package com.cottonerp.defaults.idempotency;

/**
 * A request that named an Idempotency-Key: who, which operation, which key, and a hash of the body.
 */
record IdempotentRequest(String caller, String operation, String key, byte[] hash) {}
