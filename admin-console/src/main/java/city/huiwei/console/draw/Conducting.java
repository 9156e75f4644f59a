package city.huiwei.console.draw;

import city.huiwei.booking.contract.DrawDesk;
import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.DrawList;
import city.huiwei.booking.contract.DrawDesk.Replacement;
import city.huiwei.booking.contract.DrawDesk.Step;
import city.huiwei.booking.contract.DrawDesk.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees the operator's draws and takes their steps; empty: not here. */
@Component
class Conducting {

  private final DrawDesk desk;

  Conducting(DrawDesk desk) {
    this.desk = desk;
  }

  Mono<DrawList> look(@Nullable String after) {
    return desk.draws(after);
  }

  Mono<DrawFile> file(String draw) {
    return desk.file(draw);
  }

  Mono<DrawFile> take(String draw, Step step, Turn turn) {
    return desk.take(draw, step, turn);
  }

  Mono<DrawFile> replace(String draw, Replacement replacement) {
    return desk.replace(draw, replacement);
  }
}
