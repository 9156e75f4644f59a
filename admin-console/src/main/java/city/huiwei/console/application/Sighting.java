package city.huiwei.console.application;

import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.PaperDesk;
import city.huiwei.booking.contract.PaperDesk.Document;
import city.huiwei.booking.contract.PaperDesk.Fault;
import city.huiwei.booking.contract.PaperDesk.NewVerdict;
import city.huiwei.booking.contract.PaperDesk.Outcome;
import city.huiwei.booking.contract.PaperDesk.PaperList;
import city.huiwei.booking.contract.PaperDesk.Wrong;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at papers, on the screen or in the hand, and says what was found; empty: not here. */
@Component
class Sighting {

  private final PaperDesk desk;

  Sighting(PaperDesk desk) {
    this.desk = desk;
  }

  Mono<List<PaperStack>> papers(CaseFile file) {
    return desk.papers(file.application().id())
        .defaultIfEmpty(new PaperList(List.of(), List.of()))
        .map(papers -> PaperStack.of(file, papers));
  }

  Mono<ResponseEntity<Flux<DataBuffer>>> open(UUID document, String reason) {
    return desk.read(document, new PaperDesk.Why(reason));
  }

  Mono<Document> judge(UUID document, Outcome outcome, List<Wrong> wrong) {
    return desk.judge(document, verdict(outcome, wrong));
  }

  Mono<Document> sight(UUID application, String kind, Outcome outcome, List<Wrong> wrong) {
    return desk.sight(application, kind, verdict(outcome, wrong));
  }

  /** What passes has nothing wrong, whatever was ticked before. */
  private static NewVerdict verdict(Outcome outcome, List<Wrong> wrong) {
    return new NewVerdict(
        outcome,
        outcome == Outcome.PASSED
            ? List.of()
            : wrong.stream().map(code -> new Fault(code, null)).toList());
  }
}
