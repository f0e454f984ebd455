package com.cottonerp.partners.kyc;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Nothing that sends is connected: a reminder is a line in the log, and recorded. */
@DefaultBean
@ApplicationScoped
class LoggedReminders implements ReminderSender {
  private static final Logger LOG = Logger.getLogger(LoggedReminders.class);

  @Override
  public Uni<Void> send(KycReminder reminder) {
    LOG.infof(
        "The KYC of partner %s expires on %s (%s); no sender is connected: renew it by POST"
            + " /api/v1/partners/%s/kyc-renewals",
        reminder.partnerId(), reminder.expiresOn(), reminder.severity(), reminder.partnerId());
    return Uni.createFrom().voidItem();
  }
}
