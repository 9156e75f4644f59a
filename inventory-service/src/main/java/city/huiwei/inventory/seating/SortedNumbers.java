package city.huiwei.inventory.seating;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * A set of numbers, none negative, in their order. It lies in pieces of bounded length, so that it
 * takes about ten bytes a number, where a tree of objects takes sixty, and a change moves a piece
 * and not the whole.
 */
final class SortedNumbers {

  static final long NONE = -1;

  private static final int LONGEST = 256;

  private long[][] pieces = {new long[2]};
  private int[] sizes = {0};
  private int count = 1;

  boolean isEmpty() {
    return count == 1 && sizes[0] == 0;
  }

  void add(long number) {
    int piece = piece(number);
    int at = at(piece, number);
    if (at < sizes[piece] && pieces[piece][at] == number) {
      return;
    }
    if (sizes[piece] == LONGEST) {
      split(piece, at);
      add(number);
      return;
    }
    if (sizes[piece] == pieces[piece].length) {
      pieces[piece] = Arrays.copyOf(pieces[piece], Math.min(LONGEST, sizes[piece] * 3 / 2 + 1));
    }
    System.arraycopy(pieces[piece], at, pieces[piece], at + 1, sizes[piece] - at);
    pieces[piece][at] = number;
    sizes[piece]++;
  }

  void remove(long number) {
    int piece = piece(number);
    int at = at(piece, number);
    if (at == sizes[piece] || pieces[piece][at] != number) {
      return;
    }
    sizes[piece]--;
    System.arraycopy(pieces[piece], at + 1, pieces[piece], at, sizes[piece] - at);
    if (sizes[piece] == 0 && count > 1) {
      drop(piece);
    } else if (sizes[piece] < pieces[piece].length / 4) {
      pieces[piece] = Arrays.copyOf(pieces[piece], pieces[piece].length / 2);
    }
  }

  /** The least number that is not below this one, {@link #NONE} when all are. */
  long ceiling(long number) {
    int piece = piece(number);
    int at = at(piece, number);
    if (at < sizes[piece]) {
      return pieces[piece][at];
    }
    return piece + 1 < count ? pieces[piece + 1][0] : NONE;
  }

  /** Shows the numbers, the greatest first, as long as more are wanted. */
  void descend(LongPredicate more) {
    for (int piece = count - 1; piece >= 0; piece--) {
      for (int at = sizes[piece] - 1; at >= 0; at--) {
        if (!more.test(pieces[piece][at])) {
          return;
        }
      }
    }
  }

  /** The piece in which a number is, or belongs. */
  private int piece(long number) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces[middle][0] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int at(int piece, long number) {
    int found = Arrays.binarySearch(pieces[piece], 0, sizes[piece], number);
    return found < 0 ? -found - 1 : found;
  }

  /** At the end nothing is left behind, for numbers mostly come in their order. */
  private void split(int piece, int at) {
    int left = at == LONGEST ? LONGEST - 1 : LONGEST / 2;
    if (count == pieces.length) {
      pieces = Arrays.copyOf(pieces, count + 1 + count / 2);
      sizes = Arrays.copyOf(sizes, pieces.length);
    }
    System.arraycopy(pieces, piece + 1, pieces, piece + 2, count - piece - 1);
    System.arraycopy(sizes, piece + 1, sizes, piece + 2, count - piece - 1);
    pieces[piece + 1] = Arrays.copyOfRange(pieces[piece], left, LONGEST);
    sizes[piece + 1] = LONGEST - left;
    pieces[piece] = Arrays.copyOf(pieces[piece], left);
    sizes[piece] = left;
    count++;
  }

  private void drop(int piece) {
    System.arraycopy(pieces, piece + 1, pieces, piece, count - piece - 1);
    System.arraycopy(sizes, piece + 1, sizes, piece, count - piece - 1);
    count--;
    pieces[count] = new long[0];
  }
}
