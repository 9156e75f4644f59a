package city.huiwei.console.stock;

import city.huiwei.console.contract.ImportReport;
import city.huiwei.console.contract.StockFile;
import city.huiwei.look.Mistake;
import city.huiwei.look.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** A manager chooses a file, follows its import, and reads what came of it. */
@Pages
class StockPages {

  /** The form as it was sent. */
  record Upload(@Nullable StockFile file, @Nullable FilePart content) {}

  private final Receiving receiving;
  private final MessageSource words;

  StockPages(Receiving receiving, MessageSource words) {
    this.receiving = receiving;
    this.words = words;
  }

  @GetMapping("/stock")
  String stock() {
    return "redirect:/stock/import";
  }

  @GetMapping("/stock/import")
  Rendering form() {
    return form(List.of()).build();
  }

  @PostMapping("/stock/import")
  Mono<Rendering> take(
      Upload upload,
      @RegisteredOAuth2AuthorizedClient("city") OAuth2AuthorizedClient client,
      Locale locale) {
    var file = upload.file();
    var content = upload.content();
    if (file == null || content == null || content.filename().isEmpty()) {
      return Mono.just(
          form(mistakes(upload, locale))
              .modelAttribute("chosen", file == null ? "" : file)
              .status(HttpStatus.UNPROCESSABLE_CONTENT)
              .build());
    }
    return receiving
        .receive(file, content, client.getAccessToken().getTokenValue(), locale)
        .map(id -> Rendering.redirectTo("/stock/imports/" + id).build());
  }

  @GetMapping("/stock/imports/{id}")
  Mono<Rendering> report(@PathVariable UUID id) {
    return shown(id, "console/import");
  }

  /** Only what changes, for the page to put in its place. */
  @GetMapping("/stock/imports/{id}/progress")
  Mono<Rendering> progress(@PathVariable UUID id) {
    return shown(id, "console/import :: progress");
  }

  private Mono<Rendering> shown(UUID id, String view) {
    var report = receiving.report(id).map(found -> shown(view, "report", found));
    return report
        .switchIfEmpty(receiving.fate(id).map(fate -> onItsWay(view, fate)))
        // It may have arrived between the two questions.
        .switchIfEmpty(report)
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private static Rendering onItsWay(String view, Fate fate) {
    return switch (fate) {
      case Fate.UnderWay(var errand) ->
          shown(view, "report", ImportReport.sending(errand.id(), errand.file()));
      case Fate.Undelivered(var reasons) -> shown(view, "undelivered", reasons);
    };
  }

  private static Rendering shown(String view, String name, Object value) {
    return Rendering.view(view).modelAttribute(name, value).build();
  }

  private static Rendering.Builder<?> form(List<Mistake> mistakes) {
    return Rendering.view("console/stock")
        .modelAttribute("files", StockFile.values())
        .modelAttribute("mistakes", mistakes);
  }

  private List<Mistake> mistakes(Upload upload, Locale locale) {
    var mistakes = new ArrayList<Mistake>();
    var content = upload.content();
    if (upload.file() == null) {
      mistakes.add(mistake("file", locale));
    }
    if (content == null || content.filename().isEmpty()) {
      mistakes.add(mistake("content", locale));
    }
    return mistakes;
  }

  private Mistake mistake(String field, Locale locale) {
    return new Mistake(
        field,
        words.getMessage("stock." + field + ".missing", null, locale),
        words.getMessage("stock." + field + ".missing.remedy", null, locale));
  }
}
