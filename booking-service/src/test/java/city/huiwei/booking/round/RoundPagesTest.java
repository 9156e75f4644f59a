package city.huiwei.booking.round;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.PageVisitor;
import city.huiwei.booking.TestCity;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of a round, as a browser without JavaScript reads and sends them. */
@NullUnmarked
class RoundPagesTest {

  private static final String A = "cc-001.young-toddler";
  private static final String B = "cc-002.young-toddler";

  private static TestCity city;
  private static Town town;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addClass("cc-001", "young-toddler", 12, 24, 1);
    city.addClass("cc-002", "young-toddler", 12, 24, 1);
    town = new Town(city);
    town.declareAll();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void aFamilyRanksChecksSendsAndReadsWhy() {
    var round = town.announce();
    var draw = RoundDraws.of(round);
    var child = town.child("family-00001", 1, 15);
    var family = new PageVisitor(city, "family-00001");
    var here = "/rounds/" + round;
    assertThat(family.open("/rounds")).contains(here);
    assertThat(family.open(here)).contains("Enter this round", "12 to 24 months");
    var key = PageVisitor.hidden(family.open(here + "/entry"), "key");
    var list = here + "/entry/list";
    assertThat(family.refused(list, 422, "key", key)).contains("No child is named");
    assertThat(family.refused(list, 200, "key", key, "child", child)).contains("No choice yet");
    assertThat(
            family.refused(
                list, 200, "key", key, "child", child, "choice", B, "add", A, "move", "choice add"))
        .containsSubsequence("value=\"" + B, "value=\"" + A);
    // Added at the end, then moved up by its button.
    var ranked =
        family.refused(
            list,
            200,
            "key",
            key,
            "child",
            child,
            "choice",
            A,
            "choice",
            B,
            "move",
            "choice up " + B);
    assertThat(ranked.indexOf("value=\"" + B)).isLessThan(ranked.indexOf("value=\"" + A));
    var check = here + "/entry/check";
    assertThat(family.refused(check, 422, "key", key, "child", child, "choice", A, "choice", A))
        .contains("repeats one before it");
    assertThat(family.refused(check, 200, "key", key, "child", child, "choice", B, "choice", A))
        .contains("Check and send");
    var entry = family.sent(here + "/entry", "key", key, "child", child, "choice", B, "choice", A);
    assertThat(family.open(entry)).contains("Your list is sent", "Ticket of the draw");
    var own = entry.replace("?new=yes", "");
    assertThat(family.open(own + "/list")).contains("Rank the classes");
    assertThat(family.open(own + "/withdrawal")).contains("Take your entry out");
    new PageVisitor(city, "family-00002").open(own, 404);
    result(round, draw, family, own);
  }

  private static void result(String round, String draw, PageVisitor family, String own) {
    town.close(round);
    RoundDraws.publish(city, draw);
    town.match(Town.MANAGER, round, 1).expectStatus().isOk();
    town.publish(Town.MANAGER, round, 1).expectStatus().isOk();
    assertThat(family.open(own))
        .contains("Why this result", "Choice 1", "A better choice was given");
    assertThat(family.open("/rounds/" + round)).contains("Cut-offs", "1 of 1 children");
  }
}
