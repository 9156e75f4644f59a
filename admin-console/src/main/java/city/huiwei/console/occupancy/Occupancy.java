package city.huiwei.console.occupancy;

import city.huiwei.inventory.contract.Inventory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The two ways to inventory: questions with a quick answer, and a stream that stays open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OccupancySettings.class)
@ImportHttpServices(
    group = "inventory",
    types = Inventory.class,
    clientType = ClientType.WEB_CLIENT)
@ImportHttpServices(
    group = "inventory-changes",
    types = Following.class,
    clientType = ClientType.WEB_CLIENT)
class Occupancy {}
