package city.huiwei.edge;

import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;

/**
 * How services write dates to each other; left alone, they write as the machine's language has it.
 */
public final class IsoDates {

  private IsoDates() {}

  public static ConversionService conversion() {
    var conversion = new DefaultFormattingConversionService();
    var dates = new DateTimeFormatterRegistrar();
    dates.setUseIsoFormat(true);
    dates.registerFormatters(conversion);
    return conversion;
  }
}
