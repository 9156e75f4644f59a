package city.huiwei.ops.house.offence.here;

import org.springframework.r2dbc.core.DatabaseClient;

class SingularStatement {
  DatabaseClient database;
}
