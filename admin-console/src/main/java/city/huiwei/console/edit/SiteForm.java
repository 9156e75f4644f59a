package city.huiwei.console.edit;

import static java.util.Objects.requireNonNullElse;

import city.huiwei.inventory.contract.StockDesk.SiteEdit;
import city.huiwei.inventory.contract.StockDesk.SiteFacts;
import org.jspecify.annotations.Nullable;

/** The form of a site as it was sent. */
record SiteForm(
    @Nullable Integer version,
    @Nullable String nameZh,
    @Nullable String nameEn,
    @Nullable String address,
    @Nullable String telephone) {

  static SiteForm of(SiteFacts site) {
    return new SiteForm(
        site.version(), site.nameZh(), site.nameEn(), site.address(), site.telephone());
  }

  SiteEdit edit() {
    return new SiteEdit(
        version == null ? 0 : version,
        requireNonNullElse(nameZh, ""),
        requireNonNullElse(nameEn, ""),
        requireNonNullElse(address, ""),
        telephone == null || telephone.isBlank() ? null : telephone);
  }
}
