package com.cottonerp.partners.onboarding;

import jakarta.enterprise.context.ApplicationScoped;

/** The use cases of onboarding, in the order of an application's life. */
@ApplicationScoped
class OnboardingHandlers {
  private final StartApplicationHandler start;
  private final EditApplicationHandler edit;
  private final SubmitApplicationHandler submit;
  private final DecideApplicationHandler decide;
  private final TaxRegistry taxRegistry;

  OnboardingHandlers(
      StartApplicationHandler start,
      EditApplicationHandler edit,
      SubmitApplicationHandler submit,
      DecideApplicationHandler decide,
      TaxRegistry taxRegistry) {
    this.start = start;
    this.edit = edit;
    this.submit = submit;
    this.decide = decide;
    this.taxRegistry = taxRegistry;
  }

  StartApplicationHandler start() {
    return start;
  }

  EditApplicationHandler edit() {
    return edit;
  }

  SubmitApplicationHandler submit() {
    return submit;
  }

  DecideApplicationHandler decide() {
    return decide;
  }

  TaxRegistry taxRegistry() {
    return taxRegistry;
  }
}
