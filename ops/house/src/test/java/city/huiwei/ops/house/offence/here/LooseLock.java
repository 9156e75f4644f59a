package city.huiwei.ops.house.offence.here;

import org.redisson.api.RLock;

class LooseLock {
  RLock lock;
}
