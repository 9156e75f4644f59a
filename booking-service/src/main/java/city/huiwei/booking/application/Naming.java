package city.huiwei.booking.application;

import city.huiwei.booking.form.Question;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what applications' parties are called, masked. */
@Component
public class Naming {

  private final Applications applications;
  private final Applying applying;
  private final Dossiers dossiers;

  Naming(Applications applications, Applying applying, Dossiers dossiers) {
    this.applications = applications;
    this.applying = applying;
    this.dossiers = dossiers;
  }

  /** What is left of the name of each, where it has been answered. */
  public Mono<Map<UUID, String>> masked(List<UUID> ids) {
    return ids.isEmpty()
        ? Mono.just(Map.of())
        : applications
            .some(ids)
            .flatMapIterable(application ->
                name(application).map(name -> Map.entry(application.id(), name)).toList())
            .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Whose the application is, is the first that its form asks in words. */
  private Stream<String> name(Application application) {
    var answers = dossiers.open(application).answers();
    return applying.programme(application).form().questions().stream()
        .filter(question -> question.kind() == Question.Kind.TEXT)
        .limit(1)
        .flatMap(question ->
            answers.text(question.code()).map(answer -> Mask.of(question, answer)).stream());
  }
}
