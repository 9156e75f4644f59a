package city.huiwei.console.reserve;

import city.huiwei.booking.contract.ReserveDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's trials of reserves. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = ReserveDesk.class,
    clientType = ClientType.WEB_CLIENT)
class ReserveWork {}
