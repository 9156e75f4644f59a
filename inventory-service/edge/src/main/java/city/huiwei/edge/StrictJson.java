package city.huiwei.edge;

import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes in is read strictly, so that a misspelt field is an answer and not a silence. What our
 * own clients read stays lenient: two versions of a service may talk while one is replaced.
 */
final class StrictJson implements WebFluxConfigurer {

  private final JsonMapper json;

  StrictJson(JsonMapper json) {
    this.json =
        json.rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
  }
}
