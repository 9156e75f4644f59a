package city.huiwei.booking.round;

import city.huiwei.booking.ballot.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a family asks of a round.
 *
 * @param children their applications
 * @param choices the best first; each names a class for every child in their order, or none
 */
record WishList(List<UUID> children, List<List<@Nullable String>> choices) {

  private static final String NONE = "-";

  WishList {
    children = List.copyOf(children);
    choices = choices.stream().map(WishList::kept).toList();
  }

  /** What stands in a request may be missing. */
  static WishList of(
      @Nullable List<UUID> children, @Nullable List<@Nullable List<@Nullable String>> choices) {
    var ranked = new ArrayList<List<@Nullable String>>();
    if (choices != null) {
      for (var choice : choices) {
        var pools = new ArrayList<@Nullable String>();
        if (choice != null) {
          pools.addAll(choice);
        }
        ranked.add(pools);
      }
    }
    return new WishList(children == null ? List.of() : children, ranked);
  }

  private static List<@Nullable String> kept(List<@Nullable String> choice) {
    return Collections.unmodifiableList(new ArrayList<>(choice));
  }

  /** The list as it stands on the receipt, {@code "a.1,->b.2,b.3"}, and is hashed for the draw. */
  String text() {
    return choices.stream()
        .map(choice ->
            choice.stream()
                .map(pool -> pool == null ? NONE : pool)
                .collect(Collectors.joining(",")))
        .collect(Collectors.joining(">"));
  }

  /** SHA-256 of {@link #text}, as the draw wants it. */
  String hash() {
    return Bytes.ofText(text()).sha256().hex();
  }

  /** Of all that is asked of a round, so that the same key again is known to mean the same. */
  String hash(UUID round) {
    return Bytes.ofText(round + "\n" + children + "\n" + text()).sha256().hex();
  }
}
