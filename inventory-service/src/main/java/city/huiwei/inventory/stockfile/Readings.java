package city.huiwei.inventory.stockfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The ways a cell is read. */
final class Readings {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final Pattern LEVELS = Pattern.compile("([0-9])\\s*(?:[-–~至]\\s*([0-9]))?");
  private static final Map<String, Boolean> YES_NO =
      Map.of("yes", true, "是", true, "true", true, "no", false, "否", false, "false", false);

  private Readings() {}

  /** Letters, digits and hyphens. */
  static Function<String, Read> code(int longest) {
    return cell -> {
      var code = Column.plain(cell);
      if (code.length() > longest) {
        return tooLong(longest);
      }
      return CODE.matcher(code).matches() ? new Read.Value(code) : Read.wrong(Flaw.MALFORMED_CODE);
    };
  }

  /** Text as it stands: names keep their full-width signs. */
  static Function<String, Read> text(int longest) {
    return cell -> {
      if (cell.codePointCount(0, cell.length()) > longest) {
        return tooLong(longest);
      }
      return cell.codePoints().anyMatch(Readings::isUnprintable)
          ? Read.wrong(Flaw.UNPRINTABLE)
          : new Read.Value(cell);
    };
  }

  static Function<String, Read> whole(Range range) {
    return cell -> number(cell, range, 0, Flaw.NOT_WHOLE);
  }

  static Function<String, Read> decimal(Range range, int decimals) {
    return cell -> number(cell, range, decimals, Flaw.TOO_MANY_DECIMALS);
  }

  /** One of some codes, given as the code or as its Chinese name. */
  static Function<String, Read> choice(Map<String, String> chinese) {
    return cell -> {
      var value = Column.plain(cell).toLowerCase(Locale.ROOT);
      for (var known : chinese.entrySet()) {
        if (value.equals(known.getKey()) || value.equals(known.getValue())) {
          return new Read.Value(known.getKey());
        }
      }
      return new Read.Wrong(Flaw.UNKNOWN_VALUE, Map.of("allowed", allowed(chinese)));
    };
  }

  static Function<String, Read> yesOrNo() {
    return cell -> {
      var value = YES_NO.get(Column.plain(cell).toLowerCase(Locale.ROOT));
      return value == null
          ? new Read.Wrong(Flaw.UNKNOWN_VALUE, Map.of("allowed", "yes 是, no 否"))
          : new Read.Value(value);
    };
  }

  /** A range of levels such as 0-2, or one level. */
  static Function<String, Read> levels(Range range) {
    return cell -> {
      var parts = LEVELS.matcher(Column.plain(cell));
      if (!parts.matches()) {
        return Read.wrong(Flaw.MALFORMED_LEVELS);
      }
      int from = Integer.parseInt(parts.group(1));
      int to = parts.group(2) == null ? from : Integer.parseInt(parts.group(2));
      if (!range.contains(BigDecimal.valueOf(from)) || !range.contains(BigDecimal.valueOf(to))) {
        return outOf(range);
      }
      return from > to ? Read.wrong(Flaw.LEVELS_REVERSED) : new Read.Value(new Levels(from, to));
    };
  }

  /** Codes with ";" between them; each may be given by its Chinese name. */
  static Function<String, Read> codes(Map<String, String> chinese, int most) {
    return cell -> {
      var codes = new LinkedHashSet<String>();
      for (var part : Column.plain(cell).split(";", -1)) {
        var name = part.strip();
        var read = chinese.containsValue(name) ? choice(chinese).apply(name) : code(40).apply(name);
        if (!(read instanceof Read.Value value)) {
          return read;
        }
        codes.add((String) value.value());
      }
      return codes.size() > most
          ? new Read.Wrong(Flaw.OUT_OF_RANGE, Map.of("from", 1, "to", most))
          : new Read.Value(List.copyOf(codes));
    };
  }

  private static Read number(String cell, Range range, int decimals, Flaw tooFine) {
    var text = Column.plain(cell);
    if (!NUMBER.matcher(text).matches()) {
      return Read.wrong(Flaw.NOT_A_NUMBER);
    }
    var number = plainest(new BigDecimal(text));
    if (number.scale() > decimals) {
      return new Read.Wrong(tooFine, Map.of("decimals", decimals));
    }
    return range.contains(number) ? new Read.Value(number) : outOf(range);
  }

  /** 12.0 and 12 are one number, so that writing it otherwise changes nothing. */
  private static BigDecimal plainest(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Read outOf(Range range) {
    return new Read.Wrong(
        Flaw.OUT_OF_RANGE,
        Map.of("from", range.from().toPlainString(), "to", range.to().toPlainString()));
  }

  private static Read tooLong(int longest) {
    return new Read.Wrong(Flaw.TOO_LONG, Map.of("limit", longest));
  }

  private static String allowed(Map<String, String> chinese) {
    var words = new ArrayList<String>();
    chinese.forEach((code, name) -> words.add(code + " " + name));
    return String.join(", ", words);
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
