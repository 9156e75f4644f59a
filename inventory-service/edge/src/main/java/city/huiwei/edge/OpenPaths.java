package city.huiwei.edge;

import java.util.List;

/** Path patterns of the API that a service opens to everyone's GET; a bean where there are some. */
public record OpenPaths(List<String> patterns) {}
