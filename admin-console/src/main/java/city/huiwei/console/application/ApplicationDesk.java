package city.huiwei.console.application;

import city.huiwei.booking.contract.Counter;
import city.huiwei.booking.contract.PaperDesk;
import city.huiwei.booking.contract.ReviewDesk;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's applications. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApplicationSettings.class)
@ImportHttpServices(
    group = "booking",
    types = {Counter.class, PaperDesk.class, ReviewDesk.class},
    clientType = ClientType.WEB_CLIENT)
class ApplicationDesk {}
