package city.huiwei.booking.matching;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a family can reckon for itself from what is published. */
final class ByCutOffs {

  private ByCutOffs() {}

  /** The place of a family's only child. */
  static @Nullable String place(Family family, List<CutOff> cutOffs) {
    var child = family.children().getFirst();
    return Naive.choices(family).stream()
        .map(List::getFirst)
        .filter(place -> Objects.equals(place, child.seat()) || gets(family, child, place, cutOffs))
        .findFirst()
        .orElse(null);
  }

  private static boolean gets(
      Family family, Child child, @Nullable String place, List<CutOff> cutOffs) {
    return cutOffs.stream()
        .filter(cutOff -> cutOff.place().equals(place))
        .filter(cutOff -> cutOff.category().equals(family.category()))
        .allMatch(cutOff ->
            isWithin(cutOff, Objects.requireNonNull(child.priority().get(place)), family.number()));
  }

  private static boolean isWithin(CutOff cutOff, int priority, String number) {
    var last = cutOff.priority();
    if (last == null) {
      return false;
    }
    return priority < last
        || (priority == last
            && new BigInteger(number, 16)
                    .compareTo(new BigInteger(Objects.requireNonNull(cutOff.number()), 16))
                <= 0);
  }
}
