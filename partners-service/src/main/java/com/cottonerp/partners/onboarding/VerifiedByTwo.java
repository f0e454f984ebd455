package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.security.SubjectIds;
import java.util.Set;

/**
 * An approval without a decision needs two people who verified documents, as many as take part in
 * an approval with a decision. Neither of the two made, changed, uploaded or submits the
 * application. Pure.
 */
final class VerifiedByTwo {
  private VerifiedByTwo() {}

  /**
   * @param contributors who had a part in the application and its documents
   * @param submitter the ids of who submits it
   */
  static boolean isMet(Contributors contributors, Set<String> submitter) {
    Set<String> verifiers = contributors.of(Part.VERIFIED);
    // A name of before ids were opaque may be that of somebody who has verified by id as well.
    return verifiers.stream().filter(SubjectIds::isId).count() >= 2
        && verifiers.stream().noneMatch(submitter::contains)
        && verifiers.stream()
            .noneMatch(user -> contributors.hadOneOf(user, Part.MADE, Part.CHANGED, Part.UPLOADED));
  }
}
