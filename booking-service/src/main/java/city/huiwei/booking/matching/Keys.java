package city.huiwei.booking.matching;

import java.util.Arrays;

/**
 * The keys of those in one place, in order: an array, as a place keeps hundreds at most and takes
 * one in by moving a few of them.
 */
final class Keys {

  private long[] keys;
  private int size;

  Keys() {
    this.keys = new long[4];
  }

  private Keys(Keys other) {
    this.keys = other.keys.clone();
    this.size = other.size;
  }

  Keys copy() {
    return new Keys(this);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long get(int position) {
    return keys[position];
  }

  long last() {
    return keys[size - 1];
  }

  boolean contains(long key) {
    return position(key) >= 0;
  }

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    int position = -position(key) - 1;
    System.arraycopy(keys, position, keys, position + 1, size - position);
    keys[position] = key;
    size++;
  }

  long removeLast() {
    return keys[--size];
  }

  /** Whether it was there. */
  boolean remove(long key) {
    int position = position(key);
    if (position < 0) {
      return false;
    }
    System.arraycopy(keys, position + 1, keys, position, size - position - 1);
    size--;
    return true;
  }

  private int position(long key) {
    return Arrays.binarySearch(keys, 0, size, key);
  }
}
