package city.huiwei.booking.booking;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Bookings of rooms that are held for somebody already; their nights are spent with them. */
@Repository
class Grants {

  private final DatabaseClient database;

  Grants(DatabaseClient database) {
    this.database = database;
  }

  /** Empty when the nights do not suffice, or some of them are theirs elsewhere. */
  Mono<UUID> write(Intent intent, int granted) {
    return database
        .sql(
            """
            with spent as (
              insert into entitlement as e (account, programme, granted, spent, stays)
              select :account, :programme, :granted, last - first,
                datemultirange(daterange(first, last))
              from (values (:first::date, :last::date)) stay (first, last)
              where last - first <= :granted
              on conflict (account, programme) do update
                set spent = e.spent + excluded.spent, stays = e.stays + excluded.stays
                where e.spent + excluded.spent <= e.granted and not e.stays && excluded.stays
              returning account),
            written as (
              insert into booking (booking, reference, account, idempotency_key, programme, pool,
                site, operator, asked, period, status, hold_due)
              select :booking, :reference, account, :key, :programme, :pool, :site, :operator,
                daterange(:first, :last), daterange(:first, :last), 'REQUESTED', 'CONFIRM'
              from spent returning booking, account, period),
            traced as (
              insert into booking_change (booking, status, period, actor)
              select booking, 'REQUESTED', period, account::text from written)
            select booking from written
            """)
        .bind("account", intent.account())
        .bind("programme", intent.programme())
        .bind("granted", granted)
        .bind("first", intent.asked().from())
        .bind("last", intent.asked().to())
        .bind("booking", intent.id())
        .bind("reference", intent.reference())
        .bind("key", intent.key())
        .bind("pool", intent.pool())
        .bind("site", intent.site())
        .bind("operator", intent.operator())
        .mapValue(UUID.class)
        .one();
  }
}
