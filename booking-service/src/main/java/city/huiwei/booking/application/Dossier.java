package city.huiwei.booking.application;

import city.huiwei.booking.form.Answers;

/** What is kept sealed of an application: what was answered, and what a person found. */
public record Dossier(Answers answers, Answers findings) {

  /** What is so: a finding goes before an answer. */
  public Answers found() {
    return answers.with(findings);
  }
}
