package city.huiwei.console.chart;

import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.console.contract.SiteNews;
import city.huiwei.inventory.contract.UnitChart;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/** The ways to inventory's chart, to the news of it, and to whose the stays are. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
    group = "inventory",
    types = UnitChart.class,
    clientType = ClientType.WEB_CLIENT)
@ImportHttpServices(group = "booking", types = GuestDesk.class, clientType = ClientType.WEB_CLIENT)
@ImportHttpServices(
    group = "inventory-changes",
    types = SiteNews.class,
    clientType = ClientType.WEB_CLIENT)
class ChartWork {}
