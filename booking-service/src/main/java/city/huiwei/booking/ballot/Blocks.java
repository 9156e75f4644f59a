package city.huiwei.booking.ballot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tree of a list in blocks of {@link #SIZE} tickets: a block's root is a node of the list's
 * tree, so one block and the roots of all are enough for a ticket's way to the root.
 */
public final class Blocks {

  /** A power of two, or a block's root would be no node of the tree. */
  public static final int SIZE = 256;

  private Blocks() {}

  /**
   * Some tickets that stand side by side.
   *
   * @param first the ticket with which it begins
   */
  public record Block(String first, Bytes root) {}

  public static List<Block> of(TicketList list) {
    var tickets = list.tickets();
    var blocks = (tickets.size() + SIZE - 1) / SIZE;
    return IntStream.range(0, blocks)
        .mapToObj(at -> tickets.subList(at * SIZE, Math.min(tickets.size(), (at + 1) * SIZE)))
        .map(part -> new Block(part.getFirst().ticket(), TicketList.root(list.drawId(), part)))
        .toList();
  }

  /** The way from a block's root to the list's. */
  public static List<PathStep> path(List<Bytes> roots, int block) {
    return new Tree(roots).path(block);
  }
}
