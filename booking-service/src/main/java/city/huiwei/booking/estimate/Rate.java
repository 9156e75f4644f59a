package city.huiwei.booking.estimate;

import java.util.Random;

/**
 * What is known of how often something happens: a Gamma distribution.
 *
 * @param shape how often it was seen, and a little more
 * @param days for how long it was looked at; nothing can be said of 0, and it is taken not to
 *     happen
 */
record Rate(double shape, double days) {

  /** One rate per day that agrees with it; after Marsaglia and Tsang, ACM TOMS 26 (2000). */
  double draw(Random random) {
    if (days <= 0) {
      return 0;
    }
    // Their method wants a shape of 1 and more: one above, and a power of a chance brings it back.
    var shrink = shape < 1 ? StrictMath.pow(random.nextDouble(), 1 / shape) : 1;
    var d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    var c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      var normal = random.nextGaussian();
      var v = StrictMath.pow(1 + c * normal, 3);
      if (v > 0
          && StrictMath.log(1 - random.nextDouble())
              < normal * normal / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v * shrink / days;
      }
    }
  }
}
