package city.huiwei.booking.draft;

import java.util.UUID;

/** Where the pages of an application lead to. */
final class Addresses {

  private static final String TO = "redirect:/applications/";

  private Addresses() {}

  /** The case that an application is once it was sent. */
  static String ofCase(UUID application) {
    return TO + application;
  }

  static String tasks(UUID application) {
    return TO + application + "/tasks";
  }

  static String check(UUID application) {
    return TO + application + "/check";
  }

  static String sent(UUID application) {
    return TO + application + "/sent";
  }

  static String questions(UUID application, String page) {
    return TO + application + "/questions/" + page;
  }
}
