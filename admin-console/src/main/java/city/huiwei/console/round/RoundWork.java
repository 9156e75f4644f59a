package city.huiwei.console.round;

import city.huiwei.booking.contract.ClassDesk;
import city.huiwei.booking.contract.RoundDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's rounds and classes. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = {RoundDesk.class, ClassDesk.class},
    clientType = ClientType.WEB_CLIENT)
class RoundWork {}
