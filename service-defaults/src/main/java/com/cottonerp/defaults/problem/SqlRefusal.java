package com.cottonerp.defaults.problem;

/**
 * What a database said when it refused a statement or a session. Immutable.
 *
 * @param state the SQLSTATE; null when the server gave none
 * @param severity such as ERROR or FATAL; null when the driver does not report one
 */
public record SqlRefusal(String state, String severity) {}
