package city.huiwei.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** A service does not start on a database that may forget what it answered. */
class LastingDatabaseTest {

  @Test
  void startsWithBothSettingsOnAndRefusesWithOneOff() {
    var address = TestCity.emptyDatabase();
    var name = address.substring(address.indexOf('/') + 1);
    try (var service = TestCity.startOn(address)) {
      var database = service.getBean(DatabaseClient.class);
      for (var setting : new String[] {"fsync", "synchronous_commit"}) {
        assertThat(database.sql("show " + setting).mapValue(String.class).one().block())
            .isEqualTo("on");
      }
      Statements.run(database, "alter database " + name + " set synchronous_commit = off");
    }
    assertThatThrownBy(() -> TestCity.startOn(address))
        .rootCause()
        .hasMessageContaining("synchronous_commit=off");
  }
}
