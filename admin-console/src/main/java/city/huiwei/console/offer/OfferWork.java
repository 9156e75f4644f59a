package city.huiwei.console.offer;

import city.huiwei.booking.contract.OfferDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's offers. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "booking", types = OfferDesk.class, clientType = ClientType.WEB_CLIENT)
class OfferWork {}
