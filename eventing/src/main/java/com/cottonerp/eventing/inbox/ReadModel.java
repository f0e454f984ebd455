package com.cottonerp.eventing.inbox;

import java.util.List;

/**
 * A projection that keeps tables, and nothing else: they can be emptied and filled again from
 * replayed events, and a digest says whether two of them are equal. A projection that moves
 * aggregates is none.
 */
public interface ReadModel extends Projection {
  /**
   * The tables that only this projection writes, without a schema; what refers to another first.
   */
  List<String> tables();
}
