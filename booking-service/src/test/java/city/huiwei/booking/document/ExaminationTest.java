package city.huiwei.booking.document;

import static city.huiwei.booking.SampleDocuments.all;
import static city.huiwei.booking.SampleDocuments.jpeg;
import static city.huiwei.booking.SampleDocuments.jpegOf;
import static city.huiwei.booking.SampleDocuments.pdf;
import static city.huiwei.booking.SampleDocuments.png;
import static city.huiwei.booking.SampleDocuments.text;
import static city.huiwei.booking.SampleDocuments.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.huiwei.booking.document.Examination.Result;
import city.huiwei.booking.document.Examination.Result.Sound;
import city.huiwei.booking.document.Examination.Result.Unsound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is told by its content, whatever it is called. */
class ExaminationTest {

  private static final int MOST = 100_000;

  @ParameterizedTest
  @EnumSource(Format.class)
  void aWholeDocumentIsWhatItIsHoweverItIsCutIntoPieces(Format format) {
    var document = sample(format);
    for (var piece : new int[] {1, 3, 7, 8, 9, 64, document.length}) {
      assertThat(examined(document, piece)).isInstanceOf(Sound.class);
      var sound = (Sound) examined(document, piece);
      assertThat(sound.format()).isEqualTo(format);
      assertThat(sound.bytes()).isEqualTo(document.length);
      assertThat(sound.sha256()).isEqualTo(sha256(document));
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatIsCutOffAnywhereIsNotTaken(Format format) {
    var document = sample(format);
    // The line break behind a PDF's end may be missing.
    var whole = format == Format.PDF ? document.length - 1 : document.length;
    for (var length = 0; length < whole; length++) {
      assertThat(examined(Arrays.copyOf(document, length), 64))
          .as("the first %d bytes", length)
          .isInstanceOf(Unsound.class);
    }
    assertThat(examined(Arrays.copyOf(document, document.length - 12), 64))
        .isEqualTo(new Unsound(Flaw.CUT_OFF));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatIsSomethingElseIsSaidTo(byte[] file, Flaw flaw) {
    assertThat(examined(file, 64)).isEqualTo(new Unsound(flaw));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(new byte[0], Flaw.EMPTY),
        arguments(zip(), Flaw.UNKNOWN),
        arguments(text("GIF89a" + "x".repeat(50)), Flaw.UNKNOWN),
        arguments(text("<html><script>alert(1)</script></html>"), Flaw.UNKNOWN),
        arguments(text("MZ" + "\0".repeat(100)), Flaw.UNKNOWN),
        arguments(text("%P"), Flaw.UNKNOWN),
        arguments(text("\n%PDF-1.7\n"), Flaw.UNKNOWN),
        arguments(all(text("GIF89a"), pdf(1)), Flaw.UNKNOWN),
        arguments(text("%PDF-9.9\nstartxref\n0\n%%EOF\n"), Flaw.DAMAGED),
        arguments(text("%PDF-1.7\nno end at all"), Flaw.CUT_OFF),
        arguments(pdf("<< /Type /Catalog /Encrypt 5 0 R >>"), Flaw.LOCKED),
        arguments(pdf("<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"), Flaw.ACTIVE),
        arguments(pdf("<< /S /Launch /F (cmd.exe) >>"), Flaw.ACTIVE),
        arguments(pdf("<< /Type /EmbeddedFile >>"), Flaw.ACTIVE),
        arguments(all(pdf(1), zip()), Flaw.NOT_ALONE),
        arguments(all(pdf(1), text("<script>alert(1)</script>")), Flaw.NOT_ALONE),
        arguments(all(jpeg(1), new byte[MOST]), Flaw.TOO_LARGE),
        arguments(jpegOf(MOST + 1), Flaw.TOO_LARGE),
        arguments(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, Flaw.CUT_OFF),
        arguments(spoilt(jpeg(1), 20, 0), Flaw.DAMAGED),
        arguments(spoilt(png(1), 40, 0), Flaw.DAMAGED),
        arguments(png(0, 1, 1), Flaw.DAMAGED),
        arguments(png(25_000, 10_001, 1), Flaw.TOO_MANY_PIXELS),
        arguments(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 1), Flaw.TOO_MANY_PIXELS));
  }

  @Test
  void aDocumentOfTheLargestSizeIsTaken() {
    assertThat(examined(jpegOf(MOST), 1_000)).isInstanceOf(Sound.class);
    assertThat(examined(png(25_000, 10_000, 1), 1_000)).isInstanceOf(Sound.class);
  }

  @Test
  void aWordOfLockOrProgramIsFoundAlsoBetweenPieces() {
    for (var before = 8_000; before < 8_300; before++) {
      var file = pdf("<< /Filler (" + "x".repeat(before) + ") /Encrypt 5 0 R >>");
      assertThat(examined(file, 4_096)).as("after %d", before).isEqualTo(new Unsound(Flaw.LOCKED));
    }
  }

  /** Telephones put films behind their pictures, and whoever wants to cheat puts an archive. */
  @Test
  void whatStandsBehindThePictureIsNoPartOfIt() {
    for (var picture : new byte[][] {jpeg(1), png(1)}) {
      var both = all(picture, zip());
      for (var piece : new int[] {1, 10, both.length}) {
        var kept = new ByteArrayOutputStream();
        var sound = (Sound) examined(both, piece, kept);
        assertThat(kept.toByteArray()).isEqualTo(picture);
        assertThat(sound.bytes()).isEqualTo(picture.length);
        assertThat(sound.sha256()).isEqualTo(sha256(picture));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "PDF", mode = EnumSource.Mode.EXCLUDE)
  void whatAnotherProgramDrewIsTaken(Format format) throws IOException {
    var picture = new BufferedImage(160, 100, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (var at = 0; at < 160 * 100; at++) {
      picture.setRGB(at % 160, at / 160, random.nextInt());
    }
    var file = new ByteArrayOutputStream();
    ImageIO.write(picture, format.ending(), file);
    assertThat(examined(file.toByteArray(), 100)).isInstanceOf(Sound.class);
  }

  private static byte[] sample(Format format) {
    return switch (format) {
      case JPEG -> jpeg(1);
      case PNG -> png(1);
      case PDF -> pdf(1);
    };
  }

  private static byte[] spoilt(byte[] document, int at, int with) {
    var spoilt = document.clone();
    assertThat(spoilt[at]).isNotEqualTo((byte) with);
    spoilt[at] = (byte) with;
    return spoilt;
  }

  private static Result examined(byte[] file, int piece) {
    return examined(file, piece, new ByteArrayOutputStream());
  }

  private static Result examined(byte[] file, int piece, ByteArrayOutputStream kept) {
    var examination = new Examination(MOST);
    for (var from = 0; from < file.length; from += piece) {
      var bytes = Arrays.copyOfRange(file, from, Math.min(file.length, from + piece));
      kept.write(bytes, 0, examination.next(bytes, bytes.length));
    }
    return examination.end();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
