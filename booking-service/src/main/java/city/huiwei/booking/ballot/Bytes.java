package city.huiwei.booking.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as a value: equal by content, ordered as unsigned numbers, written in lower-case hex. */
public final class Bytes implements Comparable<Bytes> {

  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** Without a copy: the caller gives the array away. */
  static Bytes wrap(byte[] content) {
    return new Bytes(content);
  }

  /**
   * @throws IllegalArgumentException for what is not pairs of hex digits
   */
  public static Bytes ofHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  public static Bytes ofText(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return content.length;
  }

  public byte[] toArray() {
    return content.clone();
  }

  /** Without a copy: the caller only reads. */
  byte[] content() {
    return content;
  }

  public Bytes sha256() {
    return Hash.sha256().of(content);
  }

  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return hex();
  }
}
