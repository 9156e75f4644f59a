package city.huiwei.booking.draw;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Blocks;
import city.huiwei.booking.ballot.Blocks.Block;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Ticket;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The list of a draw. In the caller's transaction; each answers whether the draw takes tickets
 * still, by the database's clock, and writes nothing where it does not.
 */
@Repository
public class Tickets {

  /** Shares the draw's row with others who enter; a freeze waits until they have committed. */
  private static final String OPEN =
      """
      (select draw from draw
        where draw = :draw and state = 'OPEN' and clock_timestamp() < closes for share)
      """;

  private final DatabaseClient database;

  Tickets(DatabaseClient database) {
    this.database = database;
  }

  /** A ticket that is in the list already is an error: tickets are random. */
  public Mono<Boolean> enter(String draw, Ticket ticket) {
    return written(
        """
        with open as %s
        insert into draw_ticket (draw, ticket, category, chances, choices_hash)
        select draw, :ticket, :category, :chances, :choices from open
        """,
        draw, ticket);
  }

  /** Gives a ticket of the list other choices; false also where it is not in the list. */
  public Mono<Boolean> replace(String draw, Ticket ticket) {
    return written(
        """
        with open as %s
        update draw_ticket t set category = :category, chances = :chances, choices_hash = :choices
        from open where t.draw = open.draw and t.ticket = :ticket
        """,
        draw, ticket);
  }

  private Mono<Boolean> written(String statement, String draw, Ticket ticket) {
    return database
        .sql(statement.formatted(OPEN))
        .bind("draw", draw)
        .bind("ticket", ticket.ticket())
        .bind("category", ticket.category())
        .bind("chances", ticket.chances())
        .bind("choices", ticket.choicesHash())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** False also where it is not in the list. */
  public Mono<Boolean> withdraw(String draw, String ticket) {
    return database
        .sql(
            """
            with open as %s
            delete from draw_ticket t using open where t.draw = open.draw and t.ticket = :ticket
            """
                .formatted(OPEN))
        .bind("draw", draw)
        .bind("ticket", ticket)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Everyone of a draw that was broken off is in the one that replaces it; how many these are. */
  Mono<Long> carryOver(String from, String to) {
    return database
        .sql(
            """
            insert into draw_ticket (draw, ticket, category, chances, choices_hash)
            select :to, ticket, category, chances, choices_hash from draw_ticket where draw = :from
            """)
        .bind("from", from)
        .bind("to", to)
        .fetch()
        .rowsUpdated();
  }

  /** How many there are now. */
  public Mono<Long> count(String draw) {
    return database
        .sql("select count(*) from draw_ticket where draw = :draw")
        .bind("draw", draw)
        .mapValue(Long.class)
        .one();
  }

  Mono<Ticket> one(String draw, String ticket) {
    return database
        .sql(
            """
            select ticket, category, chances, choices_hash from draw_ticket
            where draw = :draw and ticket = :ticket
            """)
        .bind("draw", draw)
        .bind("ticket", ticket)
        .map(Tickets::ticket)
        .one();
  }

  /** The list as it is, in no order, one more than the most where there are too many. */
  Flux<Ticket> all(String draw, int most) {
    return database
        .sql(
            """
            select ticket, category, chances, choices_hash from draw_ticket
            where draw = :draw limit :most + 1
            """)
        .bind("draw", draw)
        .bind("most", most)
        .map(Tickets::ticket)
        .all();
  }

  /** Of a list that is frozen: what the ways of its tickets are computed from. */
  Mono<Long> addBlocks(String draw, List<Block> blocks) {
    return database
        .sql(
            """
            insert into draw_block (draw, block, first, root)
            select :draw, at - 1, first, decode(root, 'hex')
            from unnest(:firsts::text[], :roots::text[]) with ordinality block (first, root, at)
            """)
        .bind("draw", draw)
        .bind("firsts", blocks.stream().map(Block::first).toArray(String[]::new))
        .bind("roots", blocks.stream().map(block -> block.root().hex()).toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  /** All of a list that is frozen, in order; none of one that is not. */
  Flux<Block> blocks(String draw) {
    return database
        .sql("select first, root from draw_block where draw = :draw order by block")
        .bind("draw", draw)
        .map(row ->
            new Block(text(row, "first"), Bytes.of(requireNonNull(row.get("root", byte[].class)))))
        .all();
  }

  /** One block's tickets, in the order of the leaves. */
  Flux<Ticket> from(String draw, String first) {
    return database
        .sql(
            """
            select ticket, category, chances, choices_hash from draw_ticket
            where draw = :draw and ticket >= :first order by ticket limit :size
            """)
        .bind("draw", draw)
        .bind("first", first)
        .bind("size", Blocks.SIZE)
        .map(Tickets::ticket)
        .all();
  }

  /** Categories are few: one text for each of them, not one for each ticket. */
  static Ticket ticket(Readable row) {
    return new Ticket(
        text(row, "ticket"),
        text(row, "category").intern(),
        requireNonNull(row.get("chances", Integer.class)),
        text(row, "choices_hash"));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
