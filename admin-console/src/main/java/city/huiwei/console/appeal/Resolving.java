package city.huiwei.console.appeal;

import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.booking.contract.AppealDesk.AppealFile;
import city.huiwei.booking.contract.AppealDesk.AppealLine;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees what was asked, takes it over, and answers it; empty: not here. */
@Component
class Resolving {

  private final AppealDesk desk;

  Resolving(AppealDesk desk) {
    this.desk = desk;
  }

  /** The open ones, and how well they are answered. */
  record Work(List<AppealLine> open, AppealDesk.Figures figures) {

    /** In the hundred, those that were answered in time; a hundred where none was to be. */
    public long percentInTime() {
      return figures.answered() == 0 ? 100 : figures.inTime() * 100 / figures.answered();
    }
  }

  Mono<Work> work() {
    return Mono.zip(desk.open(), desk.figures())
        .map(both -> new Work(both.getT1().items(), both.getT2()));
  }

  Mono<AppealFile> file(UUID appeal) {
    return desk.file(appeal);
  }

  Mono<AppealLine> take(UUID appeal) {
    return desk.take(appeal);
  }

  Mono<AppealLine> answer(UUID appeal, AppealDesk.Outcome outcome, String text) {
    return desk.answer(appeal, new AppealDesk.Resolution(outcome, text));
  }
}
