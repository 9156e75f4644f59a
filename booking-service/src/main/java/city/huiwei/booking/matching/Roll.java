package city.huiwei.booking.matching;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Whom one place keeps, and who would still get in. First those who sit there; then each reserve in
 * its order takes the best of its category, as many as are missing; then the best of all.
 */
final class Roll {

  /** Nobody had to go. */
  static final long NOBODY = Long.MIN_VALUE;

  private static final int[] NO_RESERVES = {};

  private final Numbered market;
  private final int capacity;
  // A reserve each, in the order in which they are served.
  private final int[] categories;
  private final int[] guaranteed;
  private final int[] seated;
  private final Keys[] reserved;
  private final Keys open;
  private int size;

  Roll(Numbered market, Place place) {
    this.market = market;
    this.capacity = place.capacity();
    var reserves = place.reserves();
    categories =
        reserves.isEmpty()
            ? NO_RESERVES
            : reserves.stream()
                .mapToInt(reserve -> market.categories().getOrDefault(reserve.category(), -1))
                .toArray();
    guaranteed = reserves.stream().mapToInt(Reserve::places).toArray();
    seated = new int[categories.length];
    reserved = new Keys[categories.length];
    Arrays.setAll(reserved, _ -> new Keys());
    open = new Keys();
  }

  private Roll(Roll other) {
    market = other.market;
    capacity = other.capacity;
    categories = other.categories;
    guaranteed = other.guaranteed;
    seated = other.seated.clone();
    reserved = new Keys[categories.length];
    Arrays.setAll(reserved, reserve -> other.reserved[reserve].copy());
    open = other.open.copy();
    size = other.size;
  }

  Roll copy() {
    return new Roll(this);
  }

  int room() {
    return capacity - size;
  }

  /** Whether a child with this key, which does not sit here, would be kept. */
  boolean wouldKeep(int category, long key) {
    return room() > 0 || isBetterThanLast(category, key);
  }

  /** Whether somebody would go for a child with this key if the place were full. */
  boolean isBetterThanLast(int category, long key) {
    var last = lastKept(category);
    return last.isEmpty() ? takesAll(category) : key < last.getAsLong();
  }

  /** Whether a child with this key, or with any after it, may be kept; rather yes than no. */
  boolean mayKeepFrom(long key) {
    if (room() > 0 || (!open.isEmpty() && key < open.last())) {
      return true;
    }
    for (int reserve = 0; reserve < reserved.length; reserve++) {
      var kept = reserved[reserve];
      if (kept.size() < missing(reserve) || (!kept.isEmpty() && key < kept.last())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of a full place: the key below which a child of the category would be kept; absent when all
   * would be, or nobody.
   */
  OptionalLong lastKept(int category) {
    var reserve = reserveOf(category);
    if (reserve >= 0 && reserved[reserve].size() < missing(reserve)) {
      return open.isEmpty() && reserve == lastServed()
          ? OptionalLong.of(reserved[reserve].last())
          : OptionalLong.empty();
    }
    var last = open.isEmpty() ? NOBODY : open.last();
    if (reserve >= 0 && !reserved[reserve].isEmpty()) {
      last = Math.max(last, reserved[reserve].last());
    }
    return last == NOBODY ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /** Of a full place without a last key: whether a child of the category would be kept. */
  boolean takesAll(int category) {
    var reserve = reserveOf(category);
    return reserve >= 0
        && reserved[reserve].size() < missing(reserve)
        && (!open.isEmpty() || reserve < lastServed());
  }

  /**
   * Adds a child who does not sit here.
   *
   * @return the key of who has to go for it, or {@link #NOBODY}
   */
  long add(int category, long key) {
    size++;
    enter(category, key);
    return size > capacity ? removeLast() : NOBODY;
  }

  /** Adds a child who sits here, and is always kept. */
  long addSeated(int category) {
    size++;
    var reserve = reserveOf(category);
    if (reserve >= 0) {
      seated[reserve]++;
      if (reserved[reserve].size() > missing(reserve)) {
        open.add(reserved[reserve].removeLast());
      }
    }
    return size > capacity ? removeLast() : NOBODY;
  }

  void remove(int category, long key) {
    size--;
    var reserve = reserveOf(category);
    if (!open.remove(key) && reserve >= 0) {
      reserved[reserve].remove(key);
      refill(reserve);
    }
  }

  void removeSeated(int category) {
    size--;
    var reserve = reserveOf(category);
    if (reserve >= 0) {
      seated[reserve]--;
      refill(reserve);
    }
  }

  boolean keeps(int category, long key) {
    var reserve = reserveOf(category);
    return open.contains(key) || (reserve >= 0 && reserved[reserve].contains(key));
  }

  private void enter(int category, long key) {
    var reserve = reserveOf(category);
    if (reserve < 0 || missing(reserve) == 0) {
      open.add(key);
      return;
    }
    reserved[reserve].add(key);
    if (reserved[reserve].size() > missing(reserve)) {
      open.add(reserved[reserve].removeLast());
    }
  }

  private long removeLast() {
    size--;
    return open.isEmpty() ? reserved[lastServed()].removeLast() : open.removeLast();
  }

  /** A guaranteed place is free again: the best of the category who stands in the open has it. */
  private void refill(int reserve) {
    if (reserved[reserve].size() < missing(reserve)) {
      for (int position = 0; position < open.size(); position++) {
        var key = open.get(position);
        if (market.categoryOfChild(Numbered.childOf(key)) == categories[reserve]) {
          open.remove(key);
          reserved[reserve].add(key);
          return;
        }
      }
    }
  }

  private int missing(int reserve) {
    return Math.max(0, guaranteed[reserve] - seated[reserve]);
  }

  /** The reserve that gives way when more sit here than reserves leave room for. */
  private int lastServed() {
    int reserve = categories.length - 1;
    while (reserve >= 0 && reserved[reserve].isEmpty()) {
      reserve--;
    }
    return reserve;
  }

  private int reserveOf(int category) {
    for (int reserve = 0; reserve < categories.length; reserve++) {
      if (categories[reserve] == category) {
        return reserve;
      }
    }
    return -1;
  }
}
