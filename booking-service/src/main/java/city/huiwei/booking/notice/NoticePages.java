package city.huiwei.booking.notice;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * What one was told, the newest first. Looking at it changes nothing; a button says it was read.
 */
@Pages
class NoticePages {

  private final Noticing noticing;
  private final Wording wording;
  private final Clock clock;

  NoticePages(Noticing noticing, Wording wording, Clock clock) {
    this.noticing = noticing;
    this.wording = wording;
    this.clock = clock;
  }

  /** What was posted. */
  record Reading(UUID last) {}

  @GetMapping("/notices")
  Mono<String> mine(
      SignedIn who,
      @RequestParam(required = false) @Nullable UUID after,
      Locale locale,
      Model model) {
    return noticing
        .mine(who, after)
        .doOnNext(told -> show(told, after, locale, model))
        .thenReturn("notice/mine");
  }

  private void show(List<Told> told, @Nullable UUID after, Locale locale, Model model) {
    model.addAttribute(
        "notices",
        told.stream()
            .map(each -> NoticeAnswer.of(each, wording.notice(each.notice(), locale)))
            .toList());
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("unread", told.stream().anyMatch(each -> !each.isRead()));
    model.addAttribute("firstPage", after == null ? null : "/notices");
    model.addAttribute(
        "nextPage", told.size() < Noticing.PAGE ? null : "/notices?after=" + told.getLast().id());
  }

  @PostMapping("/notices/reading")
  Mono<String> read(SignedIn who, Reading reading) {
    return noticing.readUpTo(who, reading.last()).thenReturn("redirect:/notices");
  }
}
