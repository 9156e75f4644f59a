package city.huiwei.ops.bench.load;

import java.time.Duration;
import java.util.List;

/** One step of a round: something is driven for a while, and looked after. */
public interface Load {

  String name();

  /** The processes whose memory the table shows, by the names of the city. */
  List<String> drives();

  /** Whether it drives a JVM, whose compiler has to see it for a while first. */
  boolean isWarmedUp();

  /** What must be there before the clock starts; round 0 is the warm-up. */
  void prepare(int round);

  Answers drive(Duration time);

  /** What the database says against the answers; nothing when both agree. */
  List<String> faults(Answers answers);
}
