package com.cottonerp.defaults.database;

import com.cottonerp.defaults.production.ProductionSafety;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;

/**
 * Nobody gets a JDBC connection before the settings of the program are checked. WHY here: schemas
 * are migrated before a program says that it starts, and a password that may not be used is not
 * sent, either.
 */
@Singleton
class CheckedBeforeSessions implements AgroalPoolInterceptor {
  CheckedBeforeSessions(ProductionSafety safety) {
    safety.check();
  }
}
