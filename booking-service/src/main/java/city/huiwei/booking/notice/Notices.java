package city.huiwei.booking.notice;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of notices. */
@Repository
class Notices {

  /** Of whose applications they are, or who helps as long as the consent is not taken back. */
  private static final String THEIRS =
      """
       from notice n join application a using (application)
      where (a.account = :account or a.helper = :account)
      """;

  private final DatabaseClient database;

  Notices(DatabaseClient database) {
    this.database = database;
  }

  /** It, and a message on each of these channels. */
  Mono<Void> add(UUID id, Notice notice, List<Channel> channels) {
    return database
        .sql(
            """
            with told as (
              insert into notice (notice, application, kind, until, day)
              values (:id, :application, :kind, :until, :day)
              returning notice)
            insert into notice_delivery (notice, channel)
            select notice, unnest(cast(:channels as text[])) from told
            """)
        .bind("id", id)
        .bind("application", notice.application())
        .bind("kind", notice.kind().name())
        .bind("until", Parameter.fromOrEmpty(notice.until(), Instant.class))
        .bind("day", Parameter.fromOrEmpty(notice.day(), LocalDate.class))
        .bind("channels", channels.stream().map(Channel::name).toArray(String[]::new))
        .then();
  }

  /** An account's, the newest first, those before one where it is named. */
  Flux<Told> of(UUID account, @Nullable UUID before, int most) {
    return database
        .sql(
            """
            select notice, application, kind, until, day, at, a.reference, a.programme,
              exists (select from notice_reading r
                where r.notice = n.notice and r.account = :account) is_read
            """
                + THEIRS
                + """
                  and notice < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                order by notice desc limit :most
                """)
        .bind("account", account)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(Notices::told)
        .all();
  }

  /** That account has read it; empty when there is none of that id for them. */
  Mono<UUID> read(UUID account, UUID id) {
    return database
        .sql(
            "with mine as (select notice"
                + THEIRS
                + """
                  and notice = :id),
                marked as (
                  insert into notice_reading (notice, account) select notice, :account from mine
                  on conflict do nothing)
                select notice from mine
                """)
        .bind("id", id)
        .bind("account", account)
        .mapValue(UUID.class)
        .one();
  }

  /** That account has read all up to this one. */
  Mono<Void> readUpTo(UUID account, UUID last) {
    return database
        .sql(
            "insert into notice_reading (notice, account) select notice, :account"
                + THEIRS
                + " and notice <= :last on conflict do nothing")
        .bind("last", last)
        .bind("account", account)
        .then();
  }

  private static Told told(Readable row) {
    return new Told(
        requireNonNull(row.get("notice", UUID.class)),
        notice(row),
        requireNonNull(row.get("reference", String.class)),
        requireNonNull(row.get("programme", String.class)),
        requireNonNull(row.get("at", Instant.class)),
        requireNonNull(row.get("is_read", Boolean.class)));
  }

  static Notice notice(Readable row) {
    return new Notice(
        Notice.Kind.valueOf(requireNonNull(row.get("kind", String.class))),
        requireNonNull(row.get("application", UUID.class)),
        row.get("until", Instant.class),
        row.get("day", LocalDate.class));
  }
}
