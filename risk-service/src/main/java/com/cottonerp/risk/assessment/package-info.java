/**
 * Assesses posts and pairs: exposure against the limit, rating, performance, and a second check for
 * circular trading. Every verdict names its reasons and the version of its rules, and its inputs
 * are kept, so that the assessment can be repeated.
 *
 * <p>Aggregate: {@code AssessedSubject}, one per subject. Event: RiskAssessed.
 */
package com.cottonerp.risk.assessment;
