package city.huiwei.ops.house.offence.here;

import org.springframework.web.bind.annotation.GetMapping;

class SideEntrance {
  @GetMapping("/")
  String in() {
    return "in";
  }
}
