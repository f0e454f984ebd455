package com.cottonerp.partners.kyc;

import io.smallrye.mutiny.Uni;

/**
 * Tells a partner that its KYC expires. A deployment that sends e-mail or SMS provides its own
 * bean. Called outside of any transaction, after the reminder was recorded: at most once for each
 * step.
 */
public interface ReminderSender {
  Uni<Void> send(KycReminder reminder);
}
