package city.huiwei.booking.person;

import city.huiwei.edge.Reason;
import java.util.List;

/** What came of something that somebody entered: a value, or all reasons why it is none. */
public sealed interface Entered<T> {

  /** It is as it should be. */
  record Sound<T>(T value) implements Entered<T> {}

  /** It is not, for these reasons. */
  record Unsound<T>(List<Reason> reasons) implements Entered<T> {}

  static <T> Entered<T> refused(Reason reason) {
    return new Unsound<>(List.of(reason));
  }

  /** None when it is sound. */
  default List<Reason> reasons() {
    return switch (this) {
      case Sound<T> _ -> List.of();
      case Unsound<T> unsound -> unsound.reasons();
    };
  }
}
