package city.huiwei.console.residence;

import city.huiwei.booking.contract.ResidenceDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's residences. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = ResidenceDesk.class,
    clientType = ClientType.WEB_CLIENT)
class ResidenceWork {}
