package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.edge.SignedIn.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A part of the console and who it is open to: the one table of who may see what. */
public enum Part {
  OCCUPANCY(Role.CASEWORKER, Role.MANAGER, Role.MONITOR),
  DESK(Role.CASEWORKER, Role.MANAGER),
  STOCK(Role.MANAGER, Role.ADMINISTRATOR),
  MACHINES(Role.ADMINISTRATOR);

  private final Set<Role> roles;

  Part(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** What somebody may open, the first thing first. */
  public static List<Part> openTo(SignedIn person) {
    return Arrays.stream(values())
        .filter(part -> part.roles.stream().anyMatch(person::is))
        .toList();
  }

  /** Where it begins. */
  public String path() {
    return "/" + word();
  }

  /** Everything that belongs to it. */
  public String pattern() {
    return path() + "/**";
  }

  /** The key of its name in the messages. */
  public String key() {
    return "part." + word();
  }

  public String[] roles() {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
