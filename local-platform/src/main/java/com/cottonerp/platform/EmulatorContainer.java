package com.cottonerp.platform;

import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.gcloud.PubSubEmulatorContainer;

/** Google's emulator in a container. */
final class EmulatorContainer implements PubSubServer {
  private static final String IMAGE = "gcr.io/google.com/cloudsdktool/google-cloud-cli:emulators";
  private static final int PORT_INSIDE = 8085;

  private final int port;
  private PubSubEmulatorContainer container;

  EmulatorContainer(int port) {
    this.port = port;
  }

  @Override
  public void start() {
    container = new PubSubEmulatorContainer(IMAGE);
    container.setPortBindings(List.of("127.0.0.1:" + port + ":" + PORT_INSIDE));
    container.start();
  }

  @Override
  public void stop() {
    if (container != null) {
      container.stop();
      container = null;
    }
  }

  @Override
  public boolean isAlive() {
    return container != null && container.isRunning();
  }

  @Override
  public long pid() {
    return 0;
  }

  @Override
  public void pause() {
    DockerClientFactory.lazyClient().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void resume() {
    DockerClientFactory.lazyClient().unpauseContainerCmd(container.getContainerId()).exec();
  }
}
