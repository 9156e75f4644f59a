package city.huiwei.ops.house.offence.here;

import java.time.Clock;
import java.time.LocalDate;

class SpoiltNoun {
  boolean isDue(Clock clock) {
    return LocalDate.now(clock).getDayOfMonth() == 1;
  }
}
