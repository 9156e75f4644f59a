package city.huiwei.console.chart;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes the nights of a row. A large chart has thousands, and a template would look at every
 * attribute of each: a second for what takes a few milliseconds.
 *
 * @param words of the looks of a bar
 */
record Cells(Map<String, String> words) {

  /** The looks of a bar, as message keys write them, and what is said of a stay of nobody known. */
  static final List<String> WORDS = List.of("firm", "here", "timed", "blocked", "stay");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

  public String of(Chart.Row row) {
    var cells = new StringBuilder();
    row.pieces().forEach(piece -> write(piece, cells));
    return cells.toString();
  }

  private void write(Piece piece, StringBuilder cells) {
    cells.append("<td");
    if (piece.span() > 1) {
      cells.append(" colspan=\"").append(piece.span()).append('"');
    }
    cells.append(" class=\"").append(piece.look());
    var bar = piece.bar();
    if (bar == null) {
      cells.append(" s").append(piece.span()).append("\"></td>");
    } else {
      cells.append("\">");
      write(bar, cells);
      cells.append("</td>");
    }
  }

  private void write(Bar bar, StringBuilder cells) {
    cells.append("<button class=\"link\" name=\"stay\" value=\"").append(bar.hold());
    cells.append("\" title=\"").append(HtmlUtils.htmlEscape(title(bar))).append("\">");
    cells.append(HtmlUtils.htmlEscape(text(bar))).append("</button>");
  }

  private String title(Bar bar) {
    var to = bar.stay().to();
    var until = to == null ? "" : DAY.format(to);
    return words.get(bar.word()) + " " + DAY.format(bar.stay().from()) + "–" + until;
  }

  private String text(Bar bar) {
    var guest = bar.guest();
    if (bar.isBlock()) {
      return words.get("blocked") + " " + bar.stay().reason();
    }
    if (guest == null) {
      return String.valueOf(words.get("stay"));
    }
    return guest.name() == null ? guest.reference() : guest.reference() + " " + guest.name();
  }
}
