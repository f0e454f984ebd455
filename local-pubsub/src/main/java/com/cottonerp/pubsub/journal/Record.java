package com.cottonerp.pubsub.journal;

import com.google.protobuf.MessageLite;

/** One entry of the journal. */
public record Record(RecordType type, MessageLite content) {}
