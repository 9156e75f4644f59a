package city.huiwei.booking.batch;

import city.huiwei.booking.programme.Applicant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups for which a batch may set places aside; the first that applies counts. */
public enum Category {
  /** A person decided that it is urgent. */
  URGENT,
  /** Nobody who has had a night of it yet. */
  FIRST_TIME,
  /** Graduates of this year, by their verified year. */
  THIS_YEAR,
  GENERAL;

  /**
   * The group of who enters; what is urgent a person decides later.
   *
   * @param isFirstTime nobody who has had a night of it yet
   * @param year of the city's today
   */
  static Category of(Batch batch, Applicant applicant, boolean isFirstTime, int year) {
    if (isFirstTime && batch.reserves(FIRST_TIME)) {
      return FIRST_TIME;
    }
    var graduated = applicant.graduationYear();
    return graduated != null && graduated == year && batch.reserves(THIS_YEAR)
        ? THIS_YEAR
        : GENERAL;
  }

  /** As it stands in tickets, tables and JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether places can be set aside for it. */
  boolean isReservable() {
    return this != GENERAL;
  }

  public static Optional<Category> named(String code) {
    return Arrays.stream(values()).filter(category -> category.code().equals(code)).findAny();
  }
}
