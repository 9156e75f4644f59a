package city.huiwei.console.trial;

import city.huiwei.booking.contract.MatchingTrials;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's trials. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "booking",
    types = MatchingTrials.class,
    clientType = ClientType.WEB_CLIENT)
class TrialWork {}
