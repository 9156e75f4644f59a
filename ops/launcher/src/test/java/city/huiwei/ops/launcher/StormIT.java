package city.huiwei.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A storm over the whole city, and then the auditor. {@code -Dstorm.operations=1000000
 * -Dstorm.seed=7} makes it another; services decide who comes first, so a seed gives the same plan
 * and not the same answers.
 */
@ExtendWith(WholeCity.class)
class StormIT {

  private static final long SEED =
      Long.getLong("storm.seed", new SecureRandom().nextInt(1_000_000));
  private static final int DEEDS = Integer.getInteger("storm.operations", 2_000);
  private static final Duration DRIVEN_ON = Duration.ofSeconds(60);

  /** A search never answers from a memory that was not compared for a second. */
  private static final Duration MEMORY = Duration.ofMillis(1_200);

  private final SharedCity city;
  private final Auditor auditor;

  StormIT(SharedCity city) {
    this.city = city;
    this.auditor = Auditor.of(city.settings());
  }

  @Test
  void afterTheStormEverybodyHasWhatTheyWereTold() throws Exception {
    var site = new StormSite(city);
    site.open();
    var storm = new Storm(city, site, SEED, DEEDS);
    var since = System.nanoTime();
    storm.blow();
    var taken = Duration.ofNanos(System.nanoTime() - since);
    var story =
        "Storm of seed %d: %,d deeds in %,d ms %s"
            .formatted(SEED, DEEDS, taken.toMillis(), storm.tally());
    System.out.println(story);
    awaitQuiet();

    var differences = new ArrayList<>(auditor.differences(storm.told(), storm.refusedKeys()));
    Thread.sleep(MEMORY);
    for (int night = 0; night < StormSite.NIGHTS; night++) {
      var from = Rooms.today().plusDays(night);
      differences.addAll(auditor.differences(this::search, from, from.plusDays(1 + night % 4)));
    }
    assertThat(differences).as(story).isEmpty();
    assertThat(storm.surprises()).as(story).isEmpty();
    // The control: all of it happened.
    assertThat(storm.tally().keySet())
        .as(story)
        .contains("book 201", "book 409", "book 422", "cancellation 200", "check-in 200")
        .contains("departure 200", "no-show 200", "block", "block refused", "unblock", "import 200")
        .containsAll(storm.faults().stream().map(StormFault::name).toList());
    assertThat(city.ask("inventory", "select hold from hold_change where was = period limit 1"))
        .as("Nobody had to make room. " + story)
        .isNotEmpty();
    // Another control: the auditor looked at these very databases.
    takeAHoldAway();
    assertThat(auditor.differences(storm.told(), storm.refusedKeys()))
        .extracting(Auditor.Difference::promise)
        .containsExactly(
            "a booking that is alive has its hold", "the trace of a hold ends with its state");
    // Where it fails, the site stays to be looked at.
    site.close();
  }

  private void awaitQuiet() {
    try {
      await().atMost(DRIVEN_ON).until(() -> auditor.waiting() == 0);
    } catch (ConditionTimeoutException stillWaiting) {
      // The auditor says who waits.
    }
  }

  private void takeAHoldAway() {
    var taken =
        city.ask(
            "inventory",
            """
            delete from hold where hold = (
              select hold from hold
              where pool = '%s' and state = 'FIRM' and block_reason is null
                and lower(period) > '%s' limit 1)
            returning hold
            """
                .formatted(StormSite.pool("studio"), Rooms.today()));
    assertThat(taken).hasSize(1);
  }

  private Map<String, Integer> search(LocalDate from, LocalDate to) {
    var free = new TreeMap<String, Integer>();
    var after = "";
    do {
      var page =
          city.caller("monitor")
              .get(
                  "%s/api/places?programme=graduate-housing&limit=200&from=%s&to=%s&after=%s"
                      .formatted(city.booking(), from, to, after));
      page.get("items")
          .forEach(place -> free.put(place.get("pool").asString(), place.get("free").asInt()));
      after = page.hasNonNull("next") ? page.get("next").asString() : "";
    } while (!after.isEmpty());
    return free;
  }
}
