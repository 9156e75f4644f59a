package city.huiwei.look;

import org.jspecify.annotations.Nullable;

/**
 * What stands in an error summary, in the reader's language.
 *
 * @param field the id of the control it is about; absent when it is about the whole
 * @param message what is wrong
 * @param remedy what to do
 */
public record Mistake(@Nullable String field, String message, @Nullable String remedy) {}
