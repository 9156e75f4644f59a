package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Round;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beacon of NIST, version 2.0: a pulse a minute, signed with RSA; the value is the hash of what
 * is signed and of the signature. A certificate is known by the hash of its bytes.
 */
final class Nist implements Oracle {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

  private final String url;
  private final Map<String, X509Certificate> certificates;

  /**
   * @param certificates in PEM, those that this city knows
   */
  Nist(String url, List<String> certificates) {
    this.url = url;
    this.certificates =
        certificates.stream()
            .map(Nist::certificate)
            .collect(Collectors.toUnmodifiableMap(Nist::id, Function.identity()));
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Digest.text(pem)));
    } catch (CertificateException unreadable) {
      throw new IllegalArgumentException("not a certificate in PEM", unreadable);
    }
  }

  private static String id(X509Certificate certificate) {
    try {
      return Digest.sha512(certificate.getEncoded()).hex();
    } catch (CertificateException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private record Answer(Pulse pulse) {}

  @Override
  public boolean speaks(Round round) {
    return round instanceof Round.Nist;
  }

  @Override
  public Optional<Instant> at(Round round) {
    return round instanceof Round.Nist nist ? Optional.of(nist.at()) : Optional.empty();
  }

  @Override
  public Optional<URI> address(Round round) {
    return at(round).map(at -> URI.create(url + "/pulse/time/" + at.toEpochMilli()));
  }

  @Override
  public Heard check(Round round, String record) {
    if (!(round instanceof Round.Nist asked)) {
      return Doubt.ANOTHER_ROUND.heard();
    }
    try {
      return Optional.ofNullable(JSON.readValue(record, Answer.class))
          .map(Answer::pulse)
          .filter(pulse -> pulse.listValues().stream().noneMatch(Objects::isNull))
          .map(pulse -> check(asked, pulse))
          .orElseGet(Doubt.UNREADABLE::heard);
    } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
      return Doubt.UNREADABLE.heard();
    }
  }

  private Heard check(Round.Nist asked, Pulse pulse) {
    if (!Instant.parse(pulse.timeStamp()).equals(asked.at())) {
      return Doubt.ANOTHER_ROUND.heard();
    }
    var certificate = certificates.get(pulse.certificateId());
    if (certificate == null || !isValid(certificate, asked.at())) {
      return Doubt.UNKNOWN_KEY.heard();
    }
    var signature = HexFormat.of().parseHex(pulse.signatureValue());
    if (!isSigned(certificate, pulse.signed(), signature)) {
      return Doubt.WRONG_SIGNATURE.heard();
    }
    var value = Digest.sha512(pulse.signed(), signature);
    return value.equals(Bytes.ofHex(pulse.outputValue()))
        ? new Heard.Genuine(new Beacon(asked, value))
        : Doubt.WRONG_VALUE.heard();
  }

  private static boolean isValid(X509Certificate certificate, Instant at) {
    try {
      certificate.checkValidity(Date.from(at));
      return true;
    } catch (CertificateException over) {
      return false;
    }
  }

  private static boolean isSigned(X509Certificate certificate, byte[] signed, byte[] signature) {
    try {
      var verifier = Signature.getInstance("SHA512withRSA");
      verifier.initVerify(certificate);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
