package city.huiwei.inventory.hold;

import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.seating.ArrangementAnswer.Reason;
import city.huiwei.inventory.stock.Following;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what staff arrange by hand in a lane: planned from what is remembered and written as a plan
 * is, so that nothing is written that another has overtaken.
 */
@Component
class Arranging {

  private final Holds holds;
  private final Refreshing refreshing;
  private final Following following;
  private final HoldSettings settings;

  Arranging(Holds holds, Refreshing refreshing, Following following, HoldSettings settings) {
    this.holds = holds;
    this.refreshing = refreshing;
    this.following = following;
    this.settings = settings;
  }

  /** One answer each, in their order; no plan of another batch may stand on the lane's pools. */
  Mono<List<LaneAnswer>> arrange(
      int lane, LaneMemory memory, List<LaneQuestion.Arrange> questions) {
    return questions.isEmpty()
        ? Mono.just(new ArrayList<>())
        : Flux.fromIterable(questions)
            .concatMap(asked ->
                refreshing
                    .known(lane, memory)
                    .then(Mono.defer(() -> attempt(lane, memory, asked, 1))))
            .collectList();
  }

  private Mono<LaneAnswer> attempt(
      int lane, LaneMemory memory, LaneQuestion.Arrange asked, int tried) {
    var moment = memory.moment();
    if (moment == null || tried > settings.tries()) {
      return Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
    }
    var pool = Set.of(asked.pool());
    return refreshing
        .timelines(memory, moment, pool)
        .flatMap(timelines -> {
          if (timelines.isEmpty()) {
            return Mono.just(LaneAnswer.refused(List.of(Reason.UNIT_UNFIT)));
          }
          var plan = new Plan(timelines, moment.today());
          var against = plan.arrange(asked);
          return against.isEmpty()
              ? write(lane, memory, plan, asked.actor())
                  .switchIfEmpty(Mono.defer(() -> again(lane, memory, asked, tried)))
              : refuse(lane, memory, moment, against)
                  .switchIfEmpty(Mono.defer(() -> attempt(lane, memory, asked, tried + 1)));
        })
        // Whatever went wrong: what is remembered may not be what is written.
        .doOnError(_ -> memory.forget(pool));
  }

  /** A refusal is not written, so one looks whether it stands; empty where more has happened. */
  private Mono<LaneAnswer> refuse(
      int lane, LaneMemory memory, LaneMoment moment, List<Reason> against) {
    return refreshing
        .look(lane, memory)
        .filter(moment::equals)
        .map(_ -> LaneAnswer.refused(against));
  }

  /** Empty when nothing is written, as something has changed. */
  private Mono<LaneAnswer> write(int lane, LaneMemory memory, Plan plan, String actor) {
    if (plan.isNothing()) {
      plan.keep();
      return Mono.just(LaneAnswer.NOTHING);
    }
    var moment = memory.moment();
    return moment == null
        ? Mono.empty()
        : holds
            .write(lane, moment, plan, actor)
            .map(version -> {
              memory.wrote(plan, version);
              following.changed(lane, version, Planning.nights(plan));
              return LaneAnswer.NOTHING;
            })
            .onErrorResume(Holds::isCollision, _ -> Mono.empty())
            .switchIfEmpty(
                Mono.defer(() -> {
                  plan.takeBack();
                  return Mono.empty();
                }));
  }

  private Mono<LaneAnswer> again(
      int lane, LaneMemory memory, LaneQuestion.Arrange asked, int tried) {
    // Who lost once may remember something that is not so.
    memory.forget(Set.of(asked.pool()));
    return refreshing
        .look(lane, memory)
        .then(Mono.defer(() -> attempt(lane, memory, asked, tried + 1)));
  }
}
