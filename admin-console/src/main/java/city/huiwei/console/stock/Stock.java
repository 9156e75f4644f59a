package city.huiwei.console.stock;

import city.huiwei.console.contract.Intake;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to inventory's imports, which take longer to answer than its other questions. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "inventory-imports",
    types = Intake.class,
    clientType = ClientType.WEB_CLIENT)
class Stock {}
