/** Topics, subscriptions and the delivery of messages. */
package com.cottonerp.pubsub.broker;
