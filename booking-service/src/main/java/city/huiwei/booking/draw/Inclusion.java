package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.DrawnTicket;
import city.huiwei.booking.ballot.PathStep;
import city.huiwei.booking.ballot.Ticket;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's way from its leaf to the root that was published, with its number and rank once they
 * are public. Bytes are in lower-case hex.
 *
 * @param leaf as on the receipt
 * @param root absent, as {@code path}, while the list is open
 * @param path the neighbours on the way up, the lowest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Inclusion(
    String draw,
    String ticket,
    String category,
    int chances,
    String choicesHash,
    String leaf,
    @Nullable String root,
    @Nullable List<Neighbour> path,
    @Nullable String number,
    @Nullable Integer rank) {

  /**
   * @param side {@code left} or {@code right} of the way
   */
  record Neighbour(String side, String hash) {

    static Neighbour of(PathStep step) {
      return new Neighbour(step.side().name().toLowerCase(Locale.ROOT), step.hash().hex());
    }
  }

  static Inclusion open(String draw, Ticket ticket) {
    return new Inclusion(
        draw,
        ticket.ticket(),
        ticket.category(),
        ticket.chances(),
        ticket.choicesHash(),
        ticket.leaf(draw).hex(),
        null,
        null,
        null,
        null);
  }

  Inclusion under(Bytes listRoot, List<PathStep> way) {
    var neighbours = way.stream().map(Neighbour::of).toList();
    return new Inclusion(
        draw,
        ticket,
        category,
        chances,
        choicesHash,
        leaf,
        listRoot.hex(),
        neighbours,
        number,
        rank);
  }

  Inclusion drawn(DrawnTicket drawn) {
    return new Inclusion(
        draw,
        ticket,
        category,
        chances,
        choicesHash,
        leaf,
        root,
        path,
        drawn.number().hex(),
        drawn.rank());
  }
}
