package city.huiwei.ops.bench.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Graduates with tokens of their own, and how many of their stays are spoken for. A person has 15
 * nights: five stays of three. Stays are numbered through all steps; {@code wrk/bookings.lua} says
 * whose a number is.
 */
public final class People {

  private static final int STAYS = 5;

  private final Tokens tokens;
  private final Path file;
  private int count;
  private long next;

  public People(Tokens tokens, Path file) {
    this.tokens = tokens;
    this.file = file;
  }

  /** Makes sure of so many stays; where too few are left, all people are replaced by new ones. */
  public void reserve(long stays) {
    if (left() < stays) {
      // A few hundred at least: else one person would ask for two stays at once.
      count = (int) Math.max(1_000, Math.ceilDiv(stays, STAYS));
      next = 0;
      write();
    }
  }

  /** Stays that nobody has asked for yet. */
  public long left() {
    return (long) count * STAYS - next;
  }

  /** The number of the next stay. */
  public long next() {
    return next;
  }

  /** The stays before this number were asked for. */
  public void used(long before) {
    next = before;
  }

  /** Their tokens, one a line. */
  public Path file() {
    return file;
  }

  private void write() {
    Screen.say("people", "%,d sign in, for %,d stays", count, (long) count * STAYS);
    try {
      Files.write(file, tokens.ofNewGraduates(count));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
