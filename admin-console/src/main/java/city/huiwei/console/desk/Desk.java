package city.huiwei.console.desk;

import city.huiwei.booking.contract.FrontDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "booking", types = FrontDesk.class, clientType = ClientType.WEB_CLIENT)
class Desk {}
