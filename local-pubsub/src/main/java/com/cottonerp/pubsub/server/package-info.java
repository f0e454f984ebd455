/** The broker on the network: gRPC and REST on one port. */
package com.cottonerp.pubsub.server;
