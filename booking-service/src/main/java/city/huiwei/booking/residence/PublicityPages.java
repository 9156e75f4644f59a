package city.huiwei.booking.residence;

import city.huiwei.booking.place.Choices;
import city.huiwei.booking.programme.Programme;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.web.Mistakes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Results that are public for a time, and how one objects to them. */
@Pages
class PublicityPages {

  private final Publishing publishing;
  private final Programmes programmes;
  private final Choices choices;
  private final Mistakes mistakes;

  PublicityPages(Publishing publishing, Programmes programmes, Choices choices, Mistakes mistakes) {
    this.publishing = publishing;
    this.programmes = programmes;
    this.choices = choices;
    this.mistakes = mistakes;
  }

  /** What was typed. */
  record ObjectionForm(@Nullable String note) {}

  @GetMapping("/programmes/{programme}/publicity")
  Mono<String> of(
      @PathVariable String programme,
      @RequestParam(required = false) @Nullable UUID after,
      Locale locale,
      Model model) {
    if (programmes.all().stream().map(Programme::code).noneMatch(programme::equals)) {
      return Mono.error(ProblemException::notFound);
    }
    var here = "/programmes/" + programme + "/publicity";
    return publishing
        .of(programme, after)
        .zipWith(choices.siteNames(programme, locale))
        .doOnNext(found -> {
          var results = found.getT1();
          model.addAttribute("programme", programme);
          model.addAttribute("results", results);
          model.addAttribute("sites", found.getT2());
          model.addAttribute("firstPage", after == null ? null : here);
          model.addAttribute(
              "nextPage",
              results.size() < Publishing.PAGE ? null : here + "?after=" + results.getLast().id());
        })
        .thenReturn("residence/publicity");
  }

  @GetMapping("/publicity/{id}/objection")
  Mono<String> write(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String sent, Model model) {
    return sent == null
        ? show(id, new ObjectionForm(null), model)
        : Mono.just("residence/objected");
  }

  @PostMapping("/publicity/{id}/objection")
  Mono<String> send(
      SignedIn who,
      @PathVariable UUID id,
      ObjectionForm form,
      Locale locale,
      Model model,
      ServerHttpResponse response) {
    return publishing
        .object(who, id, form.note())
        .thenReturn("redirect:/publicity/" + id + "/objection?sent=yes")
        .onErrorResume(
            ProblemException.class,
            problem -> {
              response.setStatusCode(problem.status());
              model.addAttribute("mistakes", mistakes.of(problem.reasons(), locale));
              return show(id, form, model);
            });
  }

  private Mono<String> show(UUID id, ObjectionForm form, Model model) {
    return publishing
        .one(id)
        .doOnNext(published -> {
          model.addAttribute("published", published);
          model.addAttribute("form", form);
          model.addAttribute("longest", Turn.LONGEST_NOTE);
        })
        .thenReturn("residence/objection");
  }
}
