package city.huiwei.booking.assignment;

import java.util.List;

/**
 * Who comes at which rank, and what they would take.
 *
 * @param rank 1 for the first; no two have the same
 * @param again the order within the group where its reserve is drawn on its own
 * @param wishes the dearest first
 */
record Contender(String ticket, int rank, int again, String category, List<Wished> wishes) {

  Contender {
    wishes = List.copyOf(wishes);
  }
}
