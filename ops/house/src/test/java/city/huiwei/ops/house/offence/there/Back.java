package city.huiwei.ops.house.offence.there;

import city.huiwei.ops.house.offence.here.Forth;

public class Back {
  Forth forth;
}
