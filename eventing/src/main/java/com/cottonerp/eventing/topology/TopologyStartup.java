package com.cottonerp.eventing.topology;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The topology is there before the first channel pulls and before the program is ready. */
@ApplicationScoped
class TopologyStartup {
  void provision(@Observes @Priority(10) StartupEvent start, TopologyProvisioning provisioning) {
    provisioning.provision();
  }
}
