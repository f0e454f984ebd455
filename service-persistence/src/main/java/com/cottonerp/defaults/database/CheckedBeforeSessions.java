package com.cottonerp.defaults.database;

import com.cottonerp.defaults.production.ProductionSafety;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;

/**
 * Checks the settings of the program before the first JDBC connection. WHY here: Flyway migrates
 * schemas before the startup event, and a refused password is not sent either.
 */
@Singleton
class CheckedBeforeSessions implements AgroalPoolInterceptor {
  CheckedBeforeSessions(ProductionSafety safety) {
    safety.check();
  }
}
