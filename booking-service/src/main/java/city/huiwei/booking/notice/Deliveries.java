package city.huiwei.booking.notice;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of messages on their way. All times are the database's. */
@Repository
class Deliveries {

  private final DatabaseClient database;
  private final NoticeSettings settings;

  Deliveries(DatabaseClient database, NoticeSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** The city's time of day. */
  Mono<LocalTime> time() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::time")
        .mapValue(LocalTime.class)
        .one();
  }

  /**
   * Takes what is due, the oldest first, for a while: nobody else takes it meanwhile, and if
   * whoever has it dies it is due again.
   */
  Flux<Parcel> take(Channel channel, int most) {
    return database
        .sql(
            """
            with due as materialized (
              select notice, channel from notice_delivery
              where channel = :channel and due <= now()
              order by due limit :most for update skip locked),
            taken as (
              update notice_delivery d
              set tries = tries + 1, due = now() + :hold * interval '1 millisecond'
              from due where d.notice = due.notice and d.channel = due.channel
              returning d.notice, d.channel, d.tries)
            select t.notice, t.channel, t.tries, n.application, n.kind, n.until, n.day, a.reference,
              now() now
            from taken t join notice n on n.notice = t.notice
            join application a on a.application = n.application
            """)
        .bind("channel", channel.name())
        .bind("most", most)
        .bind("hold", settings.patience().multipliedBy(2).toMillis())
        .map(Deliveries::parcel)
        .all();
  }

  /** Writes down what came of it, unless somebody else has taken it since. */
  Mono<Void> settle(Parcel parcel, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> settle(parcel, "SENT", null, null);
      case Outcome.Unreachable _ -> settle(parcel, "UNREACHABLE", null, null);
      case Outcome.Never(var fault) -> settle(parcel, "DEAD", fault, null);
      case Outcome.Later(var fault) ->
          parcel.tries() < settings.mostTries()
              ? settle(parcel, "WAITING", fault, retryAfter(parcel.tries()))
              : settle(parcel, "DEAD", fault, null);
    };
  }

  /** Twice as long each time, up to the longest. */
  private Duration retryAfter(int tries) {
    var pause = settings.firstRetry();
    for (var n = 1; n < tries && pause.compareTo(settings.longestRetry()) < 0; n++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(settings.longestRetry()) < 0 ? pause : settings.longestRetry();
  }

  private Mono<Void> settle(
      Parcel parcel, String state, @Nullable String fault, @Nullable Duration pause) {
    return database
        .sql(
            """
            update notice_delivery set state = :state, fault = :fault,
              due = now() + cast(:pause as bigint) * interval '1 millisecond',
              sent_at = case when :state = 'SENT' then now() end
            where notice = :id and channel = :channel and tries = :tries and state = 'WAITING'
            """)
        .bind("state", state)
        .bind("fault", Parameter.fromOrEmpty(fault, String.class))
        .bind("pause", Parameter.fromOrEmpty(pause == null ? null : pause.toMillis(), Long.class))
        .bind("id", parcel.id())
        .bind("channel", parcel.channel().name())
        .bind("tries", parcel.tries())
        .then();
  }

  /**
   * How a channel does.
   *
   * @param waiting to be sent, for the first time or again
   * @param dead given up in the last thirty days
   * @param oldestSeconds since the oldest that waits was told
   */
  record Figures(Channel channel, long waiting, long dead, long oldestSeconds) {}

  Mono<Figures> figures(Channel channel) {
    return database
        .sql(
            """
            select
              (select count(*) from notice_delivery
                where channel = :channel and due is not null) waiting,
              (select count(*) from notice_delivery join notice using (notice)
                where channel = :channel and state = 'DEAD' and at > now() - interval '30 days') dead,
              coalesce((select extract(epoch from now() - min(at))::bigint
                from notice_delivery join notice using (notice)
                where channel = :channel and due is not null), 0) oldest
            """)
        .bind("channel", channel.name())
        .map(row ->
            new Figures(
                channel, number(row, "waiting"), number(row, "dead"), number(row, "oldest")))
        .one();
  }

  /** Tries again what was given up in the last days, once the fault is mended; how many it is. */
  Mono<Long> revive(Channel channel, int most) {
    return database
        .sql(
            """
            update notice_delivery d set state = 'WAITING', tries = 0, due = now()
            from (
              select notice from notice_delivery join notice using (notice)
              where channel = :channel and state = 'DEAD' and at > now() - interval '30 days'
              order by notice limit :most for update of notice_delivery skip locked) dead
            where d.notice = dead.notice and d.channel = :channel
            """)
        .bind("channel", channel.name())
        .bind("most", most)
        .fetch()
        .rowsUpdated();
  }

  /**
   * Somebody whom no message reached: they have to be called, or written to.
   *
   * @param fault of the last message that was given up; absent where there was no address
   */
  record Unreached(
      UUID notice,
      UUID application,
      String reference,
      Notice.Kind kind,
      Instant at,
      @Nullable String fault) {}

  /**
   * An operator's, the newest first: all messages were given up, or there was no address and the
   * party has no account to read it in.
   */
  Flux<Unreached> unreached(String operator, @Nullable UUID before, int most) {
    return database
        .sql(
            """
            select n.notice, n.application, a.reference, n.kind, n.at,
              (select max(d.fault) from notice_delivery d where d.notice = n.notice) fault
            from application a join notice n using (application)
            where a.operator = :operator
              and n.notice < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
              and exists (select from notice_delivery d where d.notice = n.notice
                and (d.state = 'DEAD' or (d.state = 'UNREACHABLE' and a.account is null)))
              and not exists (select from notice_delivery d where d.notice = n.notice
                and d.state in ('WAITING', 'SENT'))
            order by n.notice desc limit :most
            """)
        .bind("operator", operator)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("most", most)
        .map(Deliveries::unreached)
        .all();
  }

  private static Unreached unreached(Readable row) {
    return new Unreached(
        requireNonNull(row.get("notice", UUID.class)),
        requireNonNull(row.get("application", UUID.class)),
        requireNonNull(row.get("reference", String.class)),
        Notice.Kind.valueOf(requireNonNull(row.get("kind", String.class))),
        requireNonNull(row.get("at", Instant.class)),
        row.get("fault", String.class));
  }

  private static Parcel parcel(Readable row) {
    return new Parcel(
        requireNonNull(row.get("notice", UUID.class)),
        Channel.valueOf(requireNonNull(row.get("channel", String.class))),
        requireNonNull(row.get("tries", Integer.class)),
        Notices.notice(row),
        requireNonNull(row.get("reference", String.class)),
        requireNonNull(row.get("now", Instant.class)));
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }
}
