package com.cottonerp.settings.referencecounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/**
 * An open post, or a post that may open again, with its references. Only the projection changes it.
 */
@Entity
@Table(name = "reference_count_post")
public class PostReference {
  @Id
  @Column(name = "post_id")
  UUID postId;

  @Column(name = "commodity_id")
  UUID commodityId;

  @Column(name = "location_ids")
  UUID[] locationIds;

  /** False for a sold availability: the availability opens again when its trade is cancelled. */
  boolean open;

  /**
   * @param locationIds null for a place that is not a registered location
   */
  static PostReference of(UUID postId, UUID commodityId, Collection<UUID> locationIds) {
    PostReference reference = new PostReference();
    reference.postId = postId;
    reference.commodityId = commodityId;
    reference.locationIds =
        locationIds.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);

    reference.open = true;
    return reference;
  }
}
