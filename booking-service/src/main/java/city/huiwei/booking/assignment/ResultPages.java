package city.huiwei.booking.assignment;

import city.huiwei.booking.batch.Displaying;
import city.huiwei.booking.batch.Rooms;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/**
 * What a batch came to for oneself and why, and the answers to a room: each is a page of its own
 * that says what follows, and only what is posted from there decides.
 */
@Pages
class ResultPages {

  private final Justifying justifying;
  private final Confirming confirming;
  private final Displaying displaying;
  private final Rooms rooms;
  private final Mistakes mistakes;
  private final Clock clock;

  ResultPages(
      Justifying justifying,
      Confirming confirming,
      Displaying displaying,
      Rooms rooms,
      Mistakes mistakes,
      Clock clock) {
    this.justifying = justifying;
    this.confirming = confirming;
    this.displaying = displaying;
    this.rooms = rooms;
    this.mistakes = mistakes;
    this.clock = clock;
  }

  /** Before it is placed there is nothing to say but that. */
  @GetMapping("/batches/{batch}/result")
  Mono<String> result(SignedIn who, @PathVariable UUID batch, Locale locale, Model model) {
    return show(batch, locale, model)
        .then(Mono.defer(() -> decision(who, batch)))
        .doOnNext(decision -> {
          model.addAttribute("decision", decision);
          show(decision.assignment(), model);
        })
        .then(Mono.just("assignment/result"));
  }

  private Mono<DecisionAnswer> decision(SignedIn who, UUID batch) {
    return justifying
        .decision(who, batch)
        .onErrorResume(
            ProblemException.class,
            problem ->
                problem.status() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(problem));
  }

  @GetMapping("/assignments/{id}/confirmation")
  Mono<String> confirmation(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return answer(who, id, locale, model, "assignment/confirmation");
  }

  @PostMapping("/assignments/{id}/confirmation")
  Mono<String> confirm(
      SignedIn who,
      @PathVariable UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return answered(who, id, locale, model, response, room -> confirming.confirm(who, room));
  }

  @GetMapping("/assignments/{id}/refusal")
  Mono<String> refusal(SignedIn who, @PathVariable UUID id, Locale locale, Model model) {
    return answer(who, id, locale, model, "assignment/refusal");
  }

  @PostMapping("/assignments/{id}/refusal")
  Mono<String> decline(
      SignedIn who,
      @PathVariable UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return answered(who, id, locale, model, response, room -> confirming.decline(who, room));
  }

  /** A room that waits for no answer is only shown. */
  private Mono<String> answer(SignedIn who, UUID id, Locale locale, Model model, String page) {
    return confirming
        .one(who, id)
        .map(AssignmentAnswer::of)
        .flatMap(room ->
            isAnswerable(room)
                ? show(room.batch(), locale, model)
                    .doOnSuccess(_ -> show(room, model))
                    .thenReturn(page)
                : Mono.just(back(room.batch())));
  }

  private Mono<String> answered(
      SignedIn who,
      UUID id,
      Locale locale,
      Model model,
      ServerHttpResponse response,
      Function<UUID, Mono<Assignment>> decide) {
    return confirming
        .one(who, id)
        .flatMap(room ->
            decide
                .apply(id)
                .thenReturn(back(room.batch()))
                .onErrorResume(
                    ProblemException.class,
                    problem -> {
                      response.setStatusCode(problem.status());
                      model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
                      return result(who, room.batch(), locale, model);
                    }));
  }

  private static String back(UUID batch) {
    return "redirect:/batches/" + batch + "/result";
  }

  private Mono<Void> show(UUID id, Locale locale, Model model) {
    return displaying
        .one(id)
        .zipWhen(batch -> rooms.names(batch, locale))
        .doOnNext(found -> {
          model.addAttribute("name", found.getT1().name().in(locale));
          model.addAttribute("batch", id);
          model.addAttribute("rooms", found.getT2());
        })
        .then();
  }

  private void show(@Nullable AssignmentAnswer room, Model model) {
    if (room != null) {
      model.addAttribute("room", room);
      model.addAttribute("answerable", isAnswerable(room));
      model.addAttribute("is", seen(room));
    }
  }

  /** Its time is over before the service has come to note that it is. */
  private Assignment.State seen(AssignmentAnswer room) {
    return room.state() == Assignment.State.OPEN && !isAnswerable(room)
        ? Assignment.State.LAPSED
        : room.state();
  }

  /** Whether there is time left by our own clock; by the database's, when it is answered. */
  private boolean isAnswerable(AssignmentAnswer room) {
    return room.state() == Assignment.State.OPEN && room.deadline().isAfter(clock.instant());
  }
}
