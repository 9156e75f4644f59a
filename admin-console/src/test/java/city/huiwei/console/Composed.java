package city.huiwei.console;

import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.DrawDesk;
import city.huiwei.booking.contract.DuplicateDesk;
import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.booking.contract.PaperDesk;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.console.contract.ImportReport.Phase;
import city.huiwei.console.contract.StockFile;
import city.huiwei.console.web.Part;
import city.huiwei.inventory.contract.OccupancyFigures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The keys that templates put together from what is shown. */
final class Composed {

  private Composed() {}

  static Set<String> keys() {
    var keys = new TreeSet<String>();
    for (var part : Part.values()) {
      keys.add(part.key());
    }
    for (var order : ReserveOrder.values()) {
      keys.addAll(List.of("reserve-order." + order, "reserve-order." + order + ".means"));
    }
    for (var status : BookingStatus.values()) {
      keys.add("booking.status." + status);
    }
    for (var phase : Phase.values()) {
      keys.add("stock.phase." + phase);
    }
    for (var file : StockFile.values()) {
      keys.addAll(List.of("stock." + file.word(), "stock." + file.word() + ".holds"));
    }
    for (var step : List.of("check-in", "departure", "no-show")) {
      for (var part : List.of("", ".means", ".do", ".done", ".then")) {
        keys.add("desk." + step + part);
      }
    }
    for (var state : ApplicationState.values()) {
      keys.add("application.state." + state);
    }
    for (var channel : Channel.values()) {
      keys.add("application.channel." + channel);
    }
    for (var done : List.of("QUEUED", "OFFERED", "VERIFIED", "INELIGIBLE")) {
      keys.addAll(List.of("case.done." + done, "case.done." + done + ".then"));
    }
    for (var channel : List.of(Channel.PAPER, Channel.TELEPHONE)) {
      keys.add("draft.consent." + channel);
    }
    for (var owner : AppealDesk.Owner.values()) {
      keys.add("appeals.owner." + owner);
    }
    for (var outcome : AppealDesk.Outcome.values()) {
      keys.add("appeal.outcome." + outcome);
    }
    for (var likeness : DuplicateDesk.Likeness.values()) {
      keys.addAll(List.of("duplicates.likeness." + likeness, "duplicate.likeness." + likeness));
    }
    for (var verdict : DuplicateDesk.Verdict.values()) {
      keys.add("duplicates.done." + verdict);
    }
    keys.addAll(ofResidences());
    keys.addAll(ofOffers());
    keys.addAll(ofDraws());
    keys.addAll(ofPapers());
    for (var by : OccupancyFigures.By.values()) {
      keys.add("fullness.by." + by);
    }
    for (var word : "firm here timed blocked stay".split(" ")) {
      keys.add("chart." + word);
    }
    for (var done : "moved exchanged pinned unpinned blocked unblocked".split(" ")) {
      keys.add("chart.done." + done);
    }
    for (var figure : List.of("free", "taken", "blocked")) {
      keys.addAll(List.of("occupancy." + figure, "occupancy.caption." + figure));
    }
    var faults = "malformed forbidden expired not-found too-large internal away";
    for (var fault : faults.split(" ")) {
      for (var part : List.of(".title", ".detail", ".remedy")) {
        keys.add("fault." + fault + part);
      }
    }
    var programmes = "graduate-housing elder-care childcare industrial-space";
    for (var programme : programmes.split(" ")) {
      keys.add("programme." + programme);
    }
    return keys;
  }

  private static Set<String> ofResidences() {
    var keys = new TreeSet<String>();
    for (var which : ResidenceDesk.Which.values()) {
      keys.addAll(List.of("residences." + which, "residences." + which + ".empty"));
    }
    for (var state : ResidenceDesk.State.values()) {
      keys.add("residence.state." + state);
    }
    for (var step : ResidenceDesk.Step.values()) {
      keys.add("residence.step." + step);
    }
    var steps =
        "publish object sign move-in look go-away come-back renew give-notice leave".split(" ");
    for (var step : steps) {
      for (var part : List.of("", ".means", ".do", ".done")) {
        keys.add("residence." + step + part);
      }
    }
    for (var step : List.of("publish", "move-in", "look", "go-away", "renew", "give-notice")) {
      keys.add("residence." + step + ".day");
    }
    return keys;
  }

  private static Set<String> ofDraws() {
    var keys = new TreeSet<String>();
    for (var state : DrawDesk.State.values()) {
      keys.add("draw.state." + state);
    }
    keys.addAll(List.of("draw.announce", "draw.announce.means"));
    for (var step : "freeze witness reveal light draw publish".split(" ")) {
      for (var part : List.of("", ".means", ".how", ".do")) {
        keys.add("draw." + step + part);
      }
    }
    return keys;
  }

  private static Set<String> ofOffers() {
    var keys = new TreeSet<String>();
    for (var show : "live stalled booked refused lapsed failed".split(" ")) {
      keys.addAll(List.of("offers." + show, "offers." + show + ".empty"));
    }
    for (var state : OfferDesk.State.values()) {
      keys.add("offers.state." + state);
    }
    for (var stall : OfferDesk.Stall.values()) {
      keys.addAll(List.of("offers.stall." + stall, "offers.stall." + stall + ".do"));
    }
    return keys;
  }

  private static Set<String> ofPapers() {
    var keys = new TreeSet<String>();
    for (var standing : PaperDesk.Standing.values()) {
      keys.add("papers." + standing);
    }
    for (var wrong : PaperDesk.Wrong.values()) {
      keys.add("papers." + wrong);
    }
    return keys;
  }
}
