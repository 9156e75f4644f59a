package city.huiwei.booking.notice;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own notices. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

  private final Noticing noticing;
  private final Wording wording;

  NoticeController(Noticing noticing, Wording wording) {
    this.noticing = noticing;
    this.wording = wording;
  }

  /** A page, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NoticeList(List<NoticeAnswer> items, @Nullable UUID next) {}

  @GetMapping
  Mono<NoticeList> mine(
      @Parameter(hidden = true) SignedIn who,
      @RequestParam(required = false) @Nullable UUID after,
      @Parameter(hidden = true) Locale locale) {
    return noticing
        .mine(who, after)
        .map(told ->
            new NoticeList(
                told.stream()
                    .map(each -> NoticeAnswer.of(each, wording.notice(each.notice(), locale)))
                    .toList(),
                told.size() < Noticing.PAGE ? null : told.getLast().id()));
  }

  @PutMapping("/{notice}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> read(@Parameter(hidden = true) SignedIn who, @PathVariable UUID notice) {
    return noticing.read(who, notice);
  }
}
