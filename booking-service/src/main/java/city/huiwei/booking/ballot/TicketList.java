package city.huiwei.booking.ballot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tickets of a draw as they were at the deadline, sorted, under one root. */
public final class TicketList implements FreezeAnswer {

  /** Far above any city's batch; it bounds memory. */
  public static final int MOST_TICKETS = 2_000_000;

  private static final Pattern DRAW_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Comparator<Ticket> ORDER = Comparator.comparing(Ticket::ticket);

  private final String drawId;
  private final List<Ticket> tickets;
  private final Tree tree;

  private TicketList(String drawId, List<Ticket> tickets) {
    this.drawId = drawId;
    this.tickets = tickets;
    this.tree = tree(drawId, tickets);
  }

  private static Tree tree(String drawId, List<Ticket> sorted) {
    var hash = Hash.sha256();
    return new Tree(sorted.stream().map(ticket -> ticket.leaf(drawId, hash)).toList());
  }

  /** Of a part of a list that is sorted already. */
  static Bytes root(String drawId, List<Ticket> sorted) {
    return tree(drawId, sorted).root();
  }

  /** The order in which tickets come does not matter. */
  public static FreezeAnswer frozen(String drawId, Collection<Ticket> tickets) {
    if (tickets.size() > MOST_TICKETS) {
      return new Refused(List.of(new Refusal.TooManyTickets(tickets.size(), MOST_TICKETS)));
    }
    var sorted = tickets.stream().sorted(ORDER).toList();
    var refusals = refusals(drawId, sorted);
    return refusals.isEmpty() ? new TicketList(drawId, sorted) : new Refused(refusals);
  }

  private static List<Refusal> refusals(String drawId, List<Ticket> sorted) {
    var refusals = new ArrayList<Refusal>();
    if (!DRAW_ID.matcher(drawId).matches()) {
      refusals.add(new Refusal.DrawIdMalformed(drawId));
    }
    for (var at = 0; at < sorted.size(); at++) {
      var ticket = sorted.get(at);
      ticket.flaws().forEach(refusals::add);
      if (at > 0 && sorted.get(at - 1).ticket().equals(ticket.ticket())) {
        refusals.add(new Refusal.TicketTwice(ticket.ticket()));
      }
    }
    return refusals;
  }

  public String drawId() {
    return drawId;
  }

  public int count() {
    return tickets.size();
  }

  /** In the order of the leaves. */
  public List<Ticket> tickets() {
    return tickets;
  }

  public Bytes root() {
    return tree.root();
  }

  /** The way from a ticket's leaf to the root; nothing for a ticket that is not in the list. */
  public Optional<List<PathStep>> path(String ticket) {
    var at = Collections.binarySearch(tickets, new Ticket(ticket, "", 1, ""), ORDER);
    return at < 0 ? Optional.empty() : Optional.of(tree.path(at));
  }

  /** Whether the path leads from the leaf to the root, as anyone can check without the list. */
  public static boolean includes(Bytes root, Bytes leaf, List<PathStep> path) {
    return Tree.rootOf(leaf, path).equals(root);
  }
}
