package city.huiwei.ops.house.offence.here;

import city.huiwei.ops.house.offence.there.Back;

public class Forth {
  Back back;
}
