package city.huiwei.booking.beacon;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * A pulse as a beacon by NISTIR 8213 (version 2.0) gives it; hashes are in hex.
 *
 * @param listValues of the previous pulse, and of the first of this hour, day, month and year
 */
record Pulse(
    String uri,
    String version,
    int cipherSuite,
    int period,
    String certificateId,
    long chainIndex,
    long pulseIndex,
    String timeStamp,
    String localRandomValue,
    External external,
    List<Past> listValues,
    String precommitmentValue,
    int statusCode,
    String signatureValue,
    String outputValue) {

  record External(String sourceId, int statusCode, String value) {}

  record Past(String uri, String type, String value) {}

  /** What is signed: numbers the highest byte first, everything else with its length before it. */
  byte[] signed() {
    var signed = new ByteArrayOutputStream();
    text(signed, uri);
    text(signed, version);
    number(signed, cipherSuite);
    number(signed, period);
    hex(signed, certificateId);
    index(signed, chainIndex);
    index(signed, pulseIndex);
    text(signed, timeStamp);
    hex(signed, localRandomValue);
    hex(signed, external.sourceId());
    number(signed, external.statusCode());
    hex(signed, external.value());
    listValues.forEach(past -> hex(signed, past.value()));
    hex(signed, precommitmentValue);
    number(signed, statusCode);
    return signed.toByteArray();
  }

  private static void text(ByteArrayOutputStream signed, String text) {
    field(signed, Digest.text(text));
  }

  private static void hex(ByteArrayOutputStream signed, String hex) {
    field(signed, HexFormat.of().parseHex(hex));
  }

  private static void field(ByteArrayOutputStream signed, byte[] field) {
    number(signed, field.length);
    signed.writeBytes(field);
  }

  private static void number(ByteArrayOutputStream signed, int number) {
    signed.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static void index(ByteArrayOutputStream signed, long index) {
    signed.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
  }
}
