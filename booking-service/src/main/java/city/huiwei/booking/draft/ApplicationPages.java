package city.huiwei.booking.draft;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Channel;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** One's own applications: all of them, a new one, and giving a draft up. */
@Pages
class ApplicationPages {

  private final Applying applying;
  private final Writing writing;
  private final Programmes programmes;

  ApplicationPages(Applying applying, Writing writing, Programmes programmes) {
    this.applying = applying;
    this.writing = writing;
    this.programmes = programmes;
  }

  /**
   * The form that begins a draft.
   *
   * @param key the number of this intent, made with the form: sent twice, it begins one draft
   */
  record NewDraft(@Nullable String key, String programme) {}

  @GetMapping("/applications")
  Mono<String> mine(
      SignedIn who, @RequestParam(required = false) @Nullable UUID after, Model model) {
    return applying
        .mine(who, after)
        .doOnNext(mine -> {
          model.addAttribute("applications", mine);
          model.addAttribute("firstPage", after == null ? null : "/applications");
          model.addAttribute(
              "nextPage",
              mine.size() < Applying.PAGE ? null : "/applications?after=" + mine.getLast().id());
        })
        .thenReturn("draft/mine");
  }

  @GetMapping("/applications/new")
  Mono<String> start(SignedIn who, @RequestParam String programme, Model model) {
    var asked = programmes.appliedFor(programme).orElseThrow(ProblemException::notFound);
    model.addAttribute("programme", asked);
    model.addAttribute("papers", asked.papers(Answers.NONE));
    model.addAttribute("isApplicant", who.is(SignedIn.Role.APPLICANT));
    model.addAttribute("key", UUID.randomUUID().toString());
    return applying
        .mine(who, null)
        .doOnNext(mine -> model.addAttribute("drafts", drafts(mine, programme)))
        .thenReturn("draft/new");
  }

  private static List<Application> drafts(List<Application> mine, String programme) {
    return mine.stream()
        .filter(each -> each.state() == ApplicationState.DRAFT)
        .filter(each -> each.programme().equals(programme))
        .toList();
  }

  @PostMapping("/applications")
  Mono<String> begin(SignedIn who, NewDraft form) {
    var key = Objects.requireNonNullElseGet(form.key(), () -> UUID.randomUUID().toString());
    return applying
        .start(who, key, form.programme(), Channel.ONLINE, Map.of())
        .map(draft -> Addresses.tasks(draft.id()));
  }

  @GetMapping("/applications/{id}/abandonment")
  Mono<String> abandonment(SignedIn who, @PathVariable UUID id, Model model) {
    return writing
        .open(who, id)
        .map(draft -> {
          model.addAttribute("draft", draft.application());
          return draft.isOpen() ? "draft/abandonment" : Addresses.ofCase(id);
        });
  }

  /** Of a draft alone; what was sent is withdrawn where its case is. */
  @PostMapping("/applications/{id}/abandonment")
  Mono<String> abandon(SignedIn who, @PathVariable UUID id) {
    return writing
        .open(who, id)
        .flatMap(draft ->
            draft.isOpen()
                ? applying.withdraw(who, id).thenReturn("redirect:/applications")
                : Mono.just(Addresses.ofCase(id)));
  }
}
