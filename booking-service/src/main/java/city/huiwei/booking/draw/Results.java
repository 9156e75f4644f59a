package city.huiwei.booking.draw;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.DrawnTicket;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was drawn: nobody sees any of it before it is published. */
@Repository
public class Results {

  private static final int TICKET_LENGTH = 16;
  private static final int NUMBER_LENGTH = 32;

  private static final String PUBLISHED =
      """
      select r.ticket, r.rank, r.number, t.category, t.chances, t.choices_hash
      from draw d
      join draw_result r on r.draw = d.draw
      join draw_ticket t on t.draw = r.draw and t.ticket = r.ticket
      where d.draw = :draw and d.state = 'PUBLISHED'
      """;

  private final DatabaseClient database;

  Results(DatabaseClient database) {
    this.database = database;
  }

  /** Empty for a draw that is not published and for a ticket that was not in it. */
  public Mono<DrawnTicket> of(String draw, String ticket) {
    return database
        .sql(PUBLISHED + " and r.ticket = :ticket")
        .bind("draw", draw)
        .bind("ticket", ticket)
        .map(Results::drawn)
        .one();
  }

  /**
   * A page in the order of the ranks; nothing of a draw that is not published.
   *
   * @param after the last rank seen, 0 for the first page
   */
  public Flux<DrawnTicket> inOrder(String draw, int after, int most) {
    return database
        .sql(PUBLISHED + " and r.rank > :after order by r.rank limit :most")
        .bind("draw", draw)
        .bind("after", after)
        .bind("most", most)
        .map(Results::drawn)
        .all();
  }

  /**
   * All at once; how many were written. They go as two rows of bytes, for arrays of a hundred
   * thousand texts take longer to read than to write.
   *
   * @param drawn in the order of the ranks
   */
  Mono<Long> add(String draw, List<DrawnTicket> drawn) {
    var tickets = ByteBuffer.allocate(TICKET_LENGTH * drawn.size());
    var numbers = ByteBuffer.allocate(NUMBER_LENGTH * drawn.size());
    for (var each : drawn) {
      tickets.put(HexFormat.of().parseHex(each.ticket().ticket()));
      numbers.put(each.number().toArray());
    }
    return database
        .sql(
            """
            insert into draw_result (draw, ticket, rank, number)
            select :draw, encode(substring(:tickets from 16 * rank - 15 for 16), 'hex'), rank,
              substring(:numbers from 32 * rank - 31 for 32)
            from generate_series(1, :count) rank
            """)
        .bind("draw", draw)
        .bind("tickets", tickets.array())
        .bind("numbers", numbers.array())
        .bind("count", drawn.size())
        .fetch()
        .rowsUpdated();
  }

  private static DrawnTicket drawn(Readable row) {
    return new DrawnTicket(
        Tickets.ticket(row),
        Bytes.of(requireNonNull(row.get("number", byte[].class))),
        requireNonNull(row.get("rank", Integer.class)));
  }
}
