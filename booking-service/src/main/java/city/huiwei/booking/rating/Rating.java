package city.huiwei.booking.rating;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applying;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes what applicants think once their application has come to something. */
@Service
public class Rating {

  private final Ratings ratings;
  private final Applying applying;

  Rating(Ratings ratings, Applying applying) {
    this.ratings = ratings;
    this.applying = applying;
  }

  /** What was thought of it; empty until somebody said so. */
  public Mono<Grade> of(SignedIn who, UUID application) {
    return applying.own(who, application).map(Application::id).flatMap(ratings::of);
  }

  Mono<Grade> rate(SignedIn who, UUID application, @Nullable Grade grade) {
    if (grade == null) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(Reason.of("VALUE_MISSING", "grade"))));
    }
    return applying
        .own(who, application)
        .filter(own -> isRateable(own.state()))
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of("WRONG_STATE")))))
        .flatMap(own -> ratings.rate(own.id(), own.operator(), grade))
        .thenReturn(grade);
  }

  /** How often each grade was given to an operator. */
  Mono<Map<Grade, Long>> figures(SignedIn staff) {
    return ratings
        .counts(requireNonNull(staff.operator()))
        .collect(Rating::nobodyYet, (figures, given) -> figures.put(given.grade(), given.count()));
  }

  /** Whether it has come to something, so that somebody can say what they think of it. */
  public static boolean isRateable(ApplicationState state) {
    return switch (state) {
      case BOOKED, ENDED, WITHDRAWN, INELIGIBLE -> true;
      case DRAFT, SUBMITTED, VERIFIED, QUEUED, OFFERED, ACCEPTED, DORMANT -> false;
    };
  }

  private static Map<Grade, Long> nobodyYet() {
    var figures = new EnumMap<Grade, Long>(Grade.class);
    List.of(Grade.values()).forEach(grade -> figures.put(grade, 0L));
    return figures;
  }
}
