package city.huiwei.console.batch;

import city.huiwei.booking.contract.BatchDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to booking-service's batches. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "booking", types = BatchDesk.class, clientType = ClientType.WEB_CLIENT)
class BatchWork {}
