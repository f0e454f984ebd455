/** The statements on an outbox. Each is short, a transaction of its own, and walks an index. */
package com.cottonerp.relay.outbox;
