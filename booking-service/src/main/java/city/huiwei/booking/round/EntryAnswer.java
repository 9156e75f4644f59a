package city.huiwei.booking.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One's own entry as the API shows it.
 *
 * @param ticket of the draw, and {@code choicesHash} what stands there for the list
 * @param given what each child was given; absent before anything is published
 * @param why of each choice; absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryAnswer(
    UUID id,
    String reference,
    UUID round,
    Entry.State state,
    String category,
    String ticket,
    String choicesHash,
    int version,
    List<UUID> children,
    List<List<@Nullable String>> choices,
    Instant enteredAt,
    Instant changedAt,
    @Nullable List<GivenAnswer> given,
    @Nullable List<Why.Choice> why) {

  /**
   * What one child was given.
   *
   * @param seat where it sat before
   * @param pool absent where it has no place
   * @param choice the rank of the choice that this was
   * @param offer to be answered; absent where there is nothing to answer
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GivenAnswer(
      int run,
      UUID child,
      String number,
      @Nullable String seat,
      @Nullable String pool,
      @Nullable Integer choice,
      @Nullable UUID offer) {

    static GivenAnswer of(RoundRuns.Placed placed) {
      var it = placed.placement();
      return new GivenAnswer(
          placed.run(),
          it.application(),
          it.number(),
          it.seat(),
          it.pool(),
          it.choice(),
          placed.offer());
    }
  }

  static EntryAnswer of(Entry entry) {
    return of(entry, null, null);
  }

  static EntryAnswer of(Inspecting.Own own) {
    return own.given().isEmpty()
        ? of(own.entry())
        : of(
            own.entry(),
            own.given().stream().map(GivenAnswer::of).toList(),
            own.why().map(Why::choices).orElse(null));
  }

  private static EntryAnswer of(
      Entry entry, @Nullable List<GivenAnswer> given, @Nullable List<Why.Choice> why) {
    return new EntryAnswer(
        entry.id(),
        entry.reference(),
        entry.round(),
        entry.state(),
        entry.category(),
        entry.ticket(),
        entry.wishes().hash(),
        entry.version(),
        entry.wishes().children(),
        entry.wishes().choices(),
        entry.enteredAt(),
        entry.changedAt(),
        given,
        why);
  }
}
