package city.huiwei.console.duplicate;

import city.huiwei.booking.contract.DuplicateDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's duplicates. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = DuplicateDesk.class,
    clientType = ClientType.WEB_CLIENT)
class DuplicateWork {}
