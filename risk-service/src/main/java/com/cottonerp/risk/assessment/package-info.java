/**
 * Judging posts: exposure against the limit, rating, performance, and circular trading as the
 * second line. Every verdict says why, by which rules, and is reproducible from what it rests on.
 *
 * <p>Aggregate: {@code AssessedSubject}, one per subject. Event: RiskAssessed.
 */
package com.cottonerp.risk.assessment;
