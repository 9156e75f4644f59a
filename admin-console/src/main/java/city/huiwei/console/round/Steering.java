package city.huiwei.console.round;

import city.huiwei.booking.contract.ClassDesk;
import city.huiwei.booking.contract.ClassDesk.ClassFile;
import city.huiwei.booking.contract.ClassDesk.ClassList;
import city.huiwei.booking.contract.ClassDesk.Declared;
import city.huiwei.booking.contract.ClassDesk.Said;
import city.huiwei.booking.contract.RoundDesk;
import city.huiwei.booking.contract.RoundDesk.NewRound;
import city.huiwei.booking.contract.RoundDesk.RoundFile;
import city.huiwei.booking.contract.RoundDesk.RoundLine;
import city.huiwei.booking.contract.RoundDesk.RoundList;
import city.huiwei.booking.contract.RoundDesk.RunLine;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings rounds from their announcement to their publication; empty: not here. */
@Component
class Steering {

  private final RoundDesk rounds;
  private final ClassDesk classes;

  Steering(RoundDesk rounds, ClassDesk classes) {
    this.rounds = rounds;
    this.classes = classes;
  }

  Mono<RoundList> all() {
    return rounds.rounds();
  }

  Mono<RoundFile> file(UUID round) {
    return rounds.file(round);
  }

  Mono<RoundLine> announce(String key, NewRound round) {
    return rounds.announce(key, round);
  }

  Mono<RunLine> match(UUID round, int run) {
    return rounds.match(round, run);
  }

  Mono<RoundLine> publish(UUID round, int run) {
    return rounds.publish(round, run);
  }

  Mono<ClassList> classes(@Nullable LocalDate day) {
    return classes.classes(day);
  }

  Mono<Declared> declareAsStocked() {
    return classes.declareAsStocked();
  }

  Mono<ClassFile> declare(String pool, Said said) {
    return classes.declare(pool, said);
  }
}
