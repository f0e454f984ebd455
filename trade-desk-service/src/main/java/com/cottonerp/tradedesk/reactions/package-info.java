/**
 * What the events of other contexts do to posts and matches. No read models: these move aggregates,
 * each of which takes what it hears only where its status allows it. Never part of a rebuild.
 */
package com.cottonerp.tradedesk.reactions;
