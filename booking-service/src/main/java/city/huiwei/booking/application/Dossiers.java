package city.huiwei.booking.application;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.person.Sealing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals dossiers and opens them; each is bound to its application. */
@Component
public class Dossiers {

  /** As it is sealed. */
  private record Content(Map<String, List<String>> answers, Map<String, List<String>> findings) {}

  private final Sealing sealing;
  private final JsonMapper json;

  Dossiers(Sealing sealing, JsonMapper json) {
    this.sealing = sealing;
    this.json = json;
  }

  byte[] seal(UUID application, Dossier dossier) {
    var content = new Content(dossier.answers().values(), dossier.findings().values());
    return sealing.seal(json.writeValueAsString(content), row(application));
  }

  public Dossier open(Application application) {
    var content =
        json.readValue(sealing.open(application.sealed(), row(application.id())), Content.class);
    return new Dossier(new Answers(content.answers()), new Answers(content.findings()));
  }

  private static String row(UUID application) {
    return "application/" + application + "/dossier";
  }
}
