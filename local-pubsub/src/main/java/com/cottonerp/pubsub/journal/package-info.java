/** Keeps answered changes on disk. */
package com.cottonerp.pubsub.journal;
