/** What was answered, on disk. */
package com.cottonerp.pubsub.journal;
