package city.huiwei.booking.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The formats of documents that are taken, each known by its first bytes. */
public enum Format {
  JPEG("image/jpeg", "jpg", HexFormat.of().parseHex("ffd8ff")),
  PNG("image/png", "png", HexFormat.of().parseHex("89504e470d0a1a0a")),
  PDF("application/pdf", "pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

  /** So many bytes tell a format for certain. */
  static final int TELLING = 8;

  private final String mediaType;
  private final String ending;
  private final byte[] magic;

  Format(String mediaType, String ending, byte[] magic) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.magic = magic;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As file names end, without the dot. */
  public String ending() {
    return ending;
  }

  /** Whether a browser may show it in its window; what can run programs is saved and not shown. */
  public boolean isPicture() {
    return this != PDF;
  }

  public static Format of(String mediaType) {
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  static Optional<Format> of(byte[] head, int length) {
    return Arrays.stream(values()).filter(format -> format.begins(head, length)).findFirst();
  }

  private boolean begins(byte[] head, int length) {
    return length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  Scan scan() {
    return switch (this) {
      case JPEG -> new JpegScan();
      case PNG -> new PngScan();
      case PDF -> new PdfScan();
    };
  }
}
