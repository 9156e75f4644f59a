package city.huiwei.booking;

import city.huiwei.booking.calendar.WorkCalendarRules;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.programme.ChildcareRules;
import city.huiwei.booking.programme.ElderCareRules;
import city.huiwei.booking.programme.GraduateHousingRules;
import city.huiwei.booking.programme.IndustrialSpaceRules;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.DurableDatabase;
import city.huiwei.edge.Edge;
import city.huiwei.look.Look;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

/** Starts booking-service; its settings are in {@code booking.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({Edge.class, Look.class, DurableDatabase.class})
public class BookingService {

  public static SpringApplication application() {
    var application = new SpringApplication(BookingService.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.setDefaultProperties(Map.of("spring.config.name", "booking"));
    return application;
  }

  @Bean
  Programmes programmes(
      GraduateHousingRules graduateHousing,
      ElderCareRules elderCare,
      ChildcareRules childcare,
      IndustrialSpaceRules industrialSpace) {
    return new Programmes(graduateHousing, elderCare, childcare, industrialSpace);
  }

  @Bean
  WorkingHours workingHours(WorkCalendarRules rules, Clock clock) {
    return rules.workingHours(clock.getZone());
  }

  /** Keeps the request at hand for what is asked while it is answered. */
  @Bean
  ServerWebExchangeContextFilter requestAtHand() {
    return new ServerWebExchangeContextFilter();
  }

  public static void main(String[] arguments) {
    application().run(arguments);
  }
}
