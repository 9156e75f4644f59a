package city.huiwei.console.application;

import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.Choice;
import city.huiwei.booking.contract.PaperDesk.Document;
import city.huiwei.booking.contract.PaperDesk.PaperList;
import city.huiwei.booking.contract.PaperDesk.Standing;
import java.util.List;

/**
 * A kind of paper, and what was brought of it.
 *
 * @param needed whether the answers ask for it now
 */
record PaperStack(
    String kind, String words, boolean needed, Standing state, List<Document> documents) {

  static List<PaperStack> of(CaseFile file, PaperList papers) {
    return papers.papers().stream()
        .map(paper ->
            new PaperStack(
                paper.kind(),
                words(file, paper.kind()),
                paper.needed(),
                paper.state(),
                papers.items().stream()
                    .filter(document -> document.kind().equals(paper.kind()))
                    .toList()))
        .toList();
  }

  private static String words(CaseFile file, String kind) {
    return file.papers().stream()
        .filter(paper -> paper.code().equals(kind))
        .findFirst()
        .map(Choice::words)
        .orElse(kind);
  }

  /** Whether somebody can still say what they saw on paper. */
  public boolean canBeSighted() {
    return state == Standing.MISSING || state == Standing.ASKED_AGAIN;
  }
}
