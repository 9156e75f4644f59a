package city.huiwei.console.web;

import city.huiwei.edge.SignedIn;
import city.huiwei.edge.SignedIn.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of the console and who it is open to: the one table of who may see what. */
public enum Part {
  OCCUPANCY(Group.PLACES, Role.CASEWORKER, Role.MANAGER, Role.MONITOR),
  TODAY(Group.PLACES, Role.CASEWORKER, Role.MANAGER),
  CHART(Group.PLACES, Role.CASEWORKER, Role.MANAGER),
  DESK(Group.PLACES, Role.CASEWORKER, Role.MANAGER),
  RESIDENCES(Group.PLACES, Role.CASEWORKER, Role.MANAGER),
  STOCK(Group.PLACES, Role.MANAGER, Role.ADMINISTRATOR),
  REVIEW(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  COUNTER(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  OFFERS(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  RESERVES(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  DUPLICATES(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  APPEALS(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  ROUNDS(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  DRAWS(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER),
  TRIALS(Group.APPLICATIONS, Role.CASEWORKER, Role.MANAGER, Role.MONITOR),
  BATCHES(Group.PLACES, Role.CASEWORKER, Role.MANAGER),
  MACHINES(Group.SYSTEM, Role.ADMINISTRATOR);

  private final Group group;
  private final Set<Role> roles;

  Part(Group group, Role... roles) {
    this.group = group;
    this.roles = Set.of(roles);
  }

  /** What stands together in the menu. */
  private enum Group {
    PLACES,
    APPLICATIONS,
    SYSTEM
  }

  /** What somebody may open, the first thing first. */
  public static List<Part> openTo(SignedIn person) {
    return Arrays.stream(values())
        .filter(part -> part.roles.stream().anyMatch(person::is))
        .toList();
  }

  /** The same, with what belongs together beside each other. */
  public static Collection<List<Part>> menuOf(SignedIn person) {
    return openTo(person).stream()
        .collect(Collectors.groupingBy(part -> part.group, LinkedHashMap::new, Collectors.toList()))
        .values();
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
