package city.huiwei.console.draw;

import city.huiwei.booking.contract.DrawDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's draws. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "booking", types = DrawDesk.class, clientType = ClientType.WEB_CLIENT)
class DrawWork {}
