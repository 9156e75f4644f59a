package city.huiwei.booking;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the formats that are taken, and of others; each number is another content. */
public final class SampleDocuments {

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private SampleDocuments() {}

  /** A JPEG of one grey pixel with a comment; a JPEG's parts, not one that a camera made. */
  public static byte[] jpeg(int number) {
    return all(
        new byte[] {(byte) 0xFF, (byte) 0xD8},
        segment(0xE0, text("JFIF\0\1\1\0\0\1\0\1\0\0")),
        segment(0xFE, text("picture " + number)),
        segment(0xDB, new byte[65]),
        segment(0xC0, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0}),
        segment(0xC4, new byte[20]),
        segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}),
        new byte[] {0x37, (byte) 0xFF, 0, 0x11, (byte) 0xFF, (byte) 0xD0, 0x22},
        new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  public static byte[] png(int number) {
    return png(1, 1, number);
  }

  /** A PNG that says it is so large; its data are of one pixel. */
  public static byte[] png(int width, int height, int number) {
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
    return all(
        PNG_SIGNATURE,
        chunk("IHDR", header.array()),
        chunk("tEXt", text("Comment\0picture " + number)),
        chunk("IDAT", deflated(new byte[] {0, 0})),
        chunk("IEND", new byte[0]));
  }

  public static byte[] pdf(int number) {
    return pdf("<< /Type /Catalog /Pages 2 0 R /Number " + number + " >>");
  }

  /** A PDF with that dictionary as its catalogue. */
  public static byte[] pdf(String catalogue) {
    var body =
        """
        %%PDF-1.7
        1 0 obj
        %s
        endobj
        2 0 obj
        << /Type /Pages /Kids [] /Count 0 >>
        endobj
        """
            .formatted(catalogue);
    return text(
        body
            + """
            xref
            0 1
            0000000000 65535 f\s
            trailer
            << /Size 3 /Root 1 0 R >>
            startxref
            %d
            %%%%EOF
            """
                .formatted(body.length()));
  }

  public static byte[] zip() {
    try (var bytes = new ByteArrayOutputStream();
        var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("identity.pdf"));
      zip.write(text("a page"));
      zip.finish();
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A sound picture of so many bytes, most of them comments. */
  public static byte[] jpegOf(int bytes) {
    var small = jpeg(0);
    var large = ByteBuffer.allocate(bytes).put(small, 0, 2);
    var missing = bytes - small.length;
    while (missing > 0) {
      var length = missing > 65_537 + 4 ? 65_537 : missing;
      length = Math.min(length, 65_537);
      large.put(segment(0xFE, new byte[length - 4]));
      missing -= length;
    }
    return large.put(small, 2, small.length - 2).array();
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] all(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] segment(int marker, byte[] content) {
    var length = content.length + 2;
    return all(
        new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, content);
  }

  private static byte[] chunk(String type, byte[] content) {
    var sum = new CRC32();
    sum.update(text(type));
    sum.update(content);
    try (var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes)) {
      data.writeInt(content.length);
      data.write(text(type));
      data.write(content);
      data.writeInt((int) sum.getValue());
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    var bytes = new byte[64];
    var length = deflater.deflate(bytes);
    deflater.end();
    return ByteBuffer.allocate(length).put(bytes, 0, length).array();
  }
}
