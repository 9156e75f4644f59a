package city.huiwei.console;

import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.console.contract.ImportReport.Phase;
import city.huiwei.console.contract.StockFile;
import city.huiwei.console.web.Part;
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
}
