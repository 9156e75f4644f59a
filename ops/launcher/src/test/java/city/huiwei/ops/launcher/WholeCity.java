package city.huiwei.ops.launcher;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test that asks the same running city; it is stopped after the last of them. */
final class WholeCity implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == SharedCity.class;
  }

  @Override
  public SharedCity resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return in(test);
  }

  static SharedCity in(ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(WholeCity.class))
        .computeIfAbsent(SharedCity.class, _ -> SharedCity.start(), SharedCity.class);
  }
}
