package com.cottonerp.runner.soak;

/** An approved partner, and its user. */
record Trader(String partnerId, PatientClient.As user) {}
