package city.huiwei.booking.assignment;

import java.util.ArrayList;
import java.util.List;

/** Nights by their distance from the first one wished. */
record Span(int from, int to) {

  /** What many wishes have in common. */
  record Shape(int nights, int slackDays, int leastNights) {

    /**
     * The spans that would do, the best first: all nights on the days wished, then moved by ever
     * more days, the earlier first; after all of them parts of the days wished, the longest first.
     */
    List<Span> spans() {
      var spans = new ArrayList<Span>();
      spans.add(new Span(0, nights));
      for (int days = 1; days <= slackDays; days++) {
        spans.add(new Span(-days, nights - days));
        spans.add(new Span(days, nights + days));
      }
      for (int part = nights - 1; part >= Math.max(1, leastNights); part--) {
        for (int later = 0; later + part <= nights; later++) {
          spans.add(new Span(later, later + part));
        }
      }
      return spans;
    }
  }
}
