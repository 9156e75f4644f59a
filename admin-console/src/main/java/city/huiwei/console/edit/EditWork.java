package city.huiwei.console.edit;

import city.huiwei.inventory.contract.StockDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to inventory's stock. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "inventory",
    types = StockDesk.class,
    clientType = ClientType.WEB_CLIENT)
class EditWork {}
