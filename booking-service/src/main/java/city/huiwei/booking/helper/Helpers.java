package city.huiwei.booking.helper;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Codes of consent, and who helps whom; every change leaves its trace. */
@Repository
class Helpers {

  private static final String TRACED =
      """
      , traced as (
        insert into application_change (application, state, actor)
        select application, state, :actor from changed)
      select application from changed
      """;

  private final DatabaseClient database;

  Helpers(DatabaseClient database) {
    this.database = database;
  }

  /** A new code takes the place of an older one. */
  Mono<Void> invite(UUID application, byte[] code) {
    return database
        .sql(
            """
            insert into help_code (application, code, until)
            values (:application, :code, now() + interval '1 day')
            on conflict (application) do update set code = excluded.code, until = excluded.until
            """)
        .bind("application", application)
        .bind("code", code)
        .then();
  }

  /** Whose code it is lets this account help; empty when nobody's is, or its day is over. */
  Mono<UUID> help(byte[] code, UUID helper) {
    return database
        .sql(
            """
            with used as (
              delete from help_code where code = :code and until > now() returning application),
            changed as (
              update application a set helper = :helper, version = version + 1
              from used where a.application = used.application
              returning a.application, a.state)
            """
                + TRACED)
        .bind("code", code)
        .bind("helper", helper)
        .bind("actor", helper.toString())
        .mapValue(UUID.class)
        .one();
  }

  /** Nobody helps any more, and no code is good. */
  Mono<Void> end(UUID application, String actor) {
    return database
        .sql(
            """
            with gone as (delete from help_code where application = :application),
            changed as (
              update application set helper = null, version = version + 1
              where application = :application and helper is not null
              returning application, state)
            """
                + TRACED)
        .bind("application", application)
        .bind("actor", actor)
        .then();
  }
}
