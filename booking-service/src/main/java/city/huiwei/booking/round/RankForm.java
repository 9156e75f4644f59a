package city.huiwei.booking.round;

import city.huiwei.booking.form.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a family's pages carry from one to the next; nothing is stored before it is sent. A choice
 * is one text, {@code "cc-001.1 -"}: a class for each child, in their order.
 *
 * @param key the number of this intent, made with the first page: sent twice, it enters once
 * @param entry that is to be changed; absent for a new one
 */
record RankForm(
    String key, @Nullable UUID entry, int version, List<UUID> children, List<String> choices) {

  private static final String NONE = "-";
  private static final int MOST = 60;
  private static final int LONGEST = 400;

  /** Bounded, whatever a browser sends. */
  static RankForm of(Map<String, List<String>> typed) {
    var form =
        new RankForm(
            first(typed, "key").orElseGet(() -> UUID.randomUUID().toString()),
            first(typed, "entry").flatMap(RankForm::id).orElse(null),
            first(typed, "version")
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0),
            all(typed, "child").stream().flatMap(it -> id(it).stream()).distinct().toList(),
            all(typed, "choice"));
    return form.moved(Move.parse(first(typed, "move").orElse("")), all(typed, "add"));
  }

  static RankForm of(Entry entry) {
    return new RankForm(
        entry.id().toString(),
        entry.id(),
        entry.version(),
        entry.wishes().children(),
        entry.wishes().choices().stream().map(RankForm::text).toList());
  }

  private RankForm moved(Optional<Move> move, List<String> added) {
    var ranked = new ArrayList<>(move.map(it -> it.of(choices)).orElse(choices));
    var isAdding = move.map(it -> it.step() == Move.Step.ADD).orElse(false);
    if (isAdding && added.stream().anyMatch(it -> !it.equals(NONE))) {
      ranked.add(String.join(" ", added));
    }
    return new RankForm(key, entry, version, children, List.copyOf(ranked));
  }

  private static List<String> all(Map<String, List<String>> typed, String field) {
    return typed.getOrDefault(field, List.of()).stream()
        .filter(it -> !it.isBlank() && it.length() <= LONGEST)
        .limit(MOST)
        .toList();
  }

  private static Optional<String> first(Map<String, List<String>> typed, String field) {
    return all(typed, field).stream().findFirst();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static String text(List<@Nullable String> choice) {
    return String.join(" ", choice.stream().map(it -> it == null ? NONE : it).toList());
  }

  WishList wishes() {
    return new WishList(children, choices.stream().map(RankForm::pools).toList());
  }

  private static List<@Nullable String> pools(String choice) {
    var pools = new ArrayList<@Nullable String>();
    Arrays.stream(choice.split(" ")).forEach(it -> pools.add(it.equals(NONE) ? null : it));
    return pools;
  }

  /** Whether a list that was made for other children is of no use any more. */
  RankForm fitting() {
    var fits = choices.stream().filter(it -> it.split(" ").length == children.size()).toList();
    return new RankForm(key, entry, version, children, fits);
  }
}
