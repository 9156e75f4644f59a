package city.huiwei.booking.draw;

import city.huiwei.edge.ProblemException;
import city.huiwei.look.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** A draw with its steps and its log, one's own ticket in it, and the page that checks it. */
@Pages
class DrawPages {

  private final Disclosing disclosing;

  DrawPages(Disclosing disclosing) {
    this.disclosing = disclosing;
  }

  /**
   * A step of the line of steps.
   *
   * @param done what was written of it, absent while it is not taken
   */
  record Stage(String word, Draws.@Nullable Entry done, boolean isNext) {}

  @GetMapping("/draws/check")
  String check(@RequestParam(required = false) @Nullable String draw, Model model) {
    model.addAttribute("draw", draw == null ? "" : draw);
    return "draw/check";
  }

  /** Without a dot: what has one is a file of the checker. */
  @GetMapping("/draws/{draw:[a-z0-9][a-z0-9-]*}")
  Mono<String> one(
      @PathVariable String draw, @RequestParam(defaultValue = "") String ticket, Model model) {
    var sought = ticket.strip().toLowerCase(Locale.ROOT);
    return disclosing
        .one(draw)
        .zipWith(disclosing.log(draw))
        .doOnNext(found -> {
          model.addAttribute("draw", found.getT1());
          model.addAttribute("said", found.getT1().announcement());
          model.addAttribute("known", PublicDraw.of(found.getT1()));
          model.addAttribute("log", found.getT2());
          model.addAttribute("stages", stages(found.getT1(), found.getT2()));
          model.addAttribute("ticket", sought);
        })
        .then(own(draw, sought))
        .doOnNext(own -> {
          model.addAttribute("own", own.orElse(null));
          model.addAttribute("isUnknown", !sought.isEmpty() && own.isEmpty());
        })
        .thenReturn("draw/one");
  }

  private Mono<Optional<Inclusion>> own(String draw, String ticket) {
    return ticket.isEmpty()
        ? Mono.just(Optional.empty())
        : disclosing
            .inclusion(draw, ticket)
            .map(Optional::of)
            .onErrorReturn(ProblemException.class, Optional.empty());
  }

  private static List<Stage> stages(DrawRecord draw, List<Draws.Entry> log) {
    var next = StepOrder.next(draw.state());
    return Arrays.stream(DrawStep.values())
        .filter(step -> step != DrawStep.ABORT)
        .map(step ->
            new Stage(
                step.name().toLowerCase(Locale.ROOT),
                log.stream()
                    .filter(entry -> entry.step().equals(step.name()))
                    .findFirst()
                    .orElse(null),
                next.filter(step::equals).isPresent()))
        .toList();
  }
}
