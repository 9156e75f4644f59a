package city.huiwei.console.appeal;

import city.huiwei.booking.contract.AppealDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's appeals. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "booking", types = AppealDesk.class, clientType = ClientType.WEB_CLIENT)
class AppealWork {}
