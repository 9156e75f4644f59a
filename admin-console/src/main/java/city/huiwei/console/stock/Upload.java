package city.huiwei.console.stock;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;

/** The form as it was sent. */
record Upload(@Nullable StockFile file, @Nullable FilePart content) {}
