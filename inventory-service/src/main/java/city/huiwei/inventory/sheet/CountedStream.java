package city.huiwei.inventory.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Tells of every byte as it is read, so that a limit holds whatever a header promised. */
final class CountedStream extends FilterInputStream {

  private final IntConsumer counter;

  CountedStream(InputStream in, IntConsumer counter) {
    super(in);
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    int found = super.read();
    count(found < 0 ? 0 : 1);
    return found;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int found = super.read(target, from, length);
    count(Math.max(found, 0));
    return found;
  }

  private void count(int found) {
    counter.accept(found);
  }
}
