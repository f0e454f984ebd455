package com.cottonerp.settings.referencecounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An open post and what it uses. Only the projection changes it. */
@Entity
@Table(name = "reference_count_post")
public class PostReference {
  @Id
  @Column(name = "post_id")
  UUID postId;

  @Column(name = "commodity_id")
  UUID commodityId;

  @Column(name = "location_id")
  UUID locationId;

  static PostReference of(UUID postId, UUID commodityId, UUID locationId) {
    PostReference reference = new PostReference();
    reference.postId = postId;
    reference.commodityId = commodityId;
    reference.locationId = locationId;
    return reference;
  }
}
