package city.huiwei.booking.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of batches; each has its source in {@code rules/batches.yaml}.
 *
 * @param mostParts pools of a batch, {@code mostWishes} wishes of an entry likewise
 * @param mostSlackDays days by which a wish may be moved
 * @param urgentHours hours before the window's end until which urgency may be claimed
 * @param openingHours what is left over or given back opens at a random moment within so many hours
 */
@ConfigurationProperties("huiwei.batches")
record BatchRules(
    String version,
    String source,
    int mostParts,
    int mostNights,
    int mostWishes,
    int mostSlackDays,
    int urgentHours,
    int openingHours) {

  BatchRules {
    require(mostParts >= 1 && mostParts <= 1_000, "most-parts");
    require(mostNights >= 1 && mostNights <= 366, "most-nights");
    require(mostWishes >= 1 && mostWishes <= 20, "most-wishes");
    require(mostSlackDays >= 0 && mostSlackDays <= 14, "most-slack-days");
    require(urgentHours >= 1, "urgent-hours");
    require(openingHours >= 1, "opening-hours");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("the rules of batches are not sound: " + what);
    }
  }
}
