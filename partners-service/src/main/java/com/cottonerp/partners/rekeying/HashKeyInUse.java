package com.cottonerp.partners.rekeying;

import com.cottonerp.partners.identity.KeyedHashes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Refuses to start with another secret than the one with which hashes were published: values that
 * are equal would get different hashes, without any error. An operator who replaces the secret
 * names the key that it replaces; {@link Rekeying} then makes all hashes anew.
 */
@ApplicationScoped
class HashKeyInUse {
  private static final Logger LOG = Logger.getLogger(HashKeyInUse.class);
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final int AFTER_MIGRATIONS = 100;

  private static final String TAKE = "SELECT take_pii_hash_key($1, $2)";

  private static final String LATEST =
      "SELECT key_id FROM pii_hash_key ORDER BY number DESC LIMIT 1";

  private final Pool pool;
  private final KeyedHashes hashes;
  private final Optional<String> replaced;

  HashKeyInUse(
      Pool pool,
      KeyedHashes hashes,
      @ConfigProperty(name = "partners.pii-hash-key-replaces") Optional<String> replaced) {
    this.pool = pool;
    this.hashes = hashes;
    this.replaced = replaced;
  }

  void check(@Observes @Priority(AFTER_MIGRATIONS) StartupEvent start) {
    String ours = hashes.keyId();
    String inUse = take(ours, replaced.orElse(""));
    if (!inUse.equals(ours)) {
      throw new IllegalStateException(
          "PII_HASH_KEY is another secret (%s) than the one with which hashes were published (%s). Set"
                  .formatted(ours, inUse)
              + " the former one; or, to replace it, PII_HASH_KEY_REPLACES=%s".formatted(inUse));
    }
    LOG.infof("Hashes of identities are made with the key %s", ours);
  }

  /** Returns the key that is in use now. */
  String take(String ours, String replacing) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(ours, replacing))
        .map(rows -> rows.iterator().next().getString(0))
        .await()
        .atMost(LONGEST_START);
  }

  /** Whether no replica has replaced the key of this one meanwhile. */
  Uni<Boolean> isOurs() {
    return latest().map(hashes.keyId()::equals);
  }

  // There is one since this program has started.
  private Uni<String> latest() {
    return pool.query(LATEST).execute().map(rows -> rows.iterator().next().getString(0));
  }
}
