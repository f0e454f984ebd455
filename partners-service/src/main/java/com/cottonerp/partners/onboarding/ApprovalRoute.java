package com.cottonerp.partners.onboarding;

/** Who decides on an application. */
public enum ApprovalRoute {
  AUTO,
  MANAGER,
  DIRECTOR
}
