package city.huiwei.booking.assignment;

/**
 * Who takes part, as far as the order of reserves asks.
 *
 * @param rank 1 for the first of all
 * @param again the order within the group where its reserve is drawn on its own
 * @param category the group; of no group is who has one that no place is kept for
 */
record Candidate(int rank, int again, String category) {}
