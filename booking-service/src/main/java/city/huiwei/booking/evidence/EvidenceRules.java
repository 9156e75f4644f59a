package city.huiwei.booking.evidence;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large papers may be and how long their contents are kept; each number has its source in
 * {@code rules/evidence.yaml}.
 *
 * @param mostSize of one file
 * @param mostOfAKind files of one kind of paper
 * @param most files of one application
 * @param passedDays from the verdict until the content of what passed is erased
 * @param askedAgainDays likewise of what was asked for again
 * @param endedDays from the end of an application until all its contents are erased
 * @param draftDays from the last change of a draft until all its contents are erased
 */
@ConfigurationProperties("huiwei.evidence")
public record EvidenceRules(
    String version,
    LocalDate inForceFrom,
    String source,
    DataSize mostSize,
    int mostOfAKind,
    int most,
    int passedDays,
    int askedAgainDays,
    int endedDays,
    int draftDays) {

  public EvidenceRules {
    if (mostSize.toBytes() < 1 || mostOfAKind < 1 || most < mostOfAKind) {
      throw new IllegalArgumentException("evidence: a paper that cannot be brought: most…");
    }
    if (IntStream.of(passedDays, askedAgainDays, endedDays, draftDays).anyMatch(it -> it < 1)) {
      throw new IllegalArgumentException("evidence: contents are kept for a day at least: …days");
    }
  }
}
