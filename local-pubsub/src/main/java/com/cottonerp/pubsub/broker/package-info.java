/** Topics, subscriptions and what is delivered of them. */
package com.cottonerp.pubsub.broker;
