package city.huiwei.console.fullness;

import city.huiwei.console.contract.SpaceReserve;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to what booking-service publishes; inventory's is that of the occupancy page. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = SpaceReserve.class,
    clientType = ClientType.WEB_CLIENT)
class FullnessWork {}
