package city.huiwei.console.today;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is late.
 *
 * @param stalledDays an application that has not been looked at for so many days stands on the page
 */
@ConfigurationProperties("huiwei.today")
record TodaySettings(@DefaultValue("3") int stalledDays) {}
