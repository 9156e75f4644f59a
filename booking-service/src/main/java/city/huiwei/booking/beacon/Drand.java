package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.beacon.BeaconSettings.Chain;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chain of the League of Entropy with the scheme {@code bls-unchained-g1-rfc9380}, such as
 * quicknet: the signature is a point of G1 over the hash of the round's number, the value is the
 * hash of the signature.
 */
final class Drand implements Oracle {

  private static final String SUITE = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SIGNATURE_LENGTH = 48;

  private final Chain chain;
  private final P2_Affine key;

  /**
   * @throws IllegalArgumentException when the key is not the one that the chain's hash stands for
   */
  Drand(Chain chain) {
    this.chain = chain;
    this.key = new P2_Affine(HexFormat.of().parseHex(chain.publicKey()));
    if (!key.in_group() || !hash(chain).equals(chain.hash())) {
      throw new IllegalArgumentException("the key is not that of the chain " + chain.hash());
    }
  }

  /** As drand computes it from what a chain is. */
  private static String hash(Chain chain) {
    var times =
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
            .putInt(Math.toIntExact(chain.period().toSeconds()))
            .putLong(chain.genesis().getEpochSecond())
            .array();
    return Digest.sha256(
            times,
            HexFormat.of().parseHex(chain.publicKey()),
            HexFormat.of().parseHex(chain.groupHash()),
            Digest.text(chain.name()))
        .hex();
  }

  /** A round as the chain's relays give it. */
  private record Spoken(long round, @Nullable String randomness, @Nullable String signature) {}

  @Override
  public boolean speaks(Round round) {
    return round instanceof Round.Drand drand && drand.chain().equals(chain.hash());
  }

  @Override
  public Optional<Instant> at(Round round) {
    return round instanceof Round.Drand drand
        ? Optional.of(chain.genesis().plus(chain.period().multipliedBy(drand.round() - 1)))
        : Optional.empty();
  }

  @Override
  public Optional<URI> address(Round round) {
    return round instanceof Round.Drand drand
        ? Optional.of(
            URI.create("%s/%s/public/%d".formatted(chain.url(), chain.hash(), drand.round())))
        : Optional.empty();
  }

  @Override
  public Heard check(Round round, String record) {
    if (!speaks(round) || !(round instanceof Round.Drand asked)) {
      return Doubt.ANOTHER_ROUND.heard();
    }
    try {
      return check(asked, JSON.readValue(record, Spoken.class));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Doubt.UNREADABLE.heard();
    }
  }

  private Heard check(Round.Drand asked, @Nullable Spoken spoken) {
    if (spoken == null || spoken.signature() == null || spoken.randomness() == null) {
      return Doubt.UNREADABLE.heard();
    }
    if (spoken.round() != asked.round()) {
      return Doubt.ANOTHER_ROUND.heard();
    }
    var signature = HexFormat.of().parseHex(spoken.signature());
    if (!isSigned(asked.round(), signature)) {
      return Doubt.WRONG_SIGNATURE.heard();
    }
    var value = Digest.sha256(signature);
    return value.equals(Bytes.ofHex(spoken.randomness()))
        ? new Heard.Genuine(new Beacon(asked, value))
        : Doubt.WRONG_VALUE.heard();
  }

  private boolean isSigned(long round, byte[] signature) {
    var message = Digest.sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    return point(signature)
        .map(point -> point.core_verify(key, true, message.toArray(), SUITE))
        .filter(BLST_ERROR.BLST_SUCCESS::equals)
        .isPresent();
  }

  // The library says with a bare RuntimeException that bytes are no point of the curve.
  private static Optional<P1_Affine> point(byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new P1_Affine(signature)).filter(P1_Affine::in_group);
    } catch (RuntimeException noPoint) {
      return Optional.empty();
    }
  }
}
