/**
 * What the system tests share: the running system, a way to append to the partners' outbox by SQL,
 * a subscriber that knows nothing of ours but the topic, and the fold that every read model must
 * equal.
 */
package com.cottonerp.system.testkit;
