-- Questions with a clock: an appeal against a decision, or any other request about an application. The
-- place in the list is kept whatever is asked.
create table appeal (
  appeal uuid primary key,
  reference text not null,
  application uuid not null references application,
  -- What it is against; absent for a request.
  decision uuid references decision,
  account uuid not null,
  idempotency_key text not null,
  operator text not null,
  -- What was asked and what was answered, encrypted with the row's id.
  asked bytea not null,
  answer bytea,
  outcome text,
  owner text,
  answered_by text,
  created_at timestamptz not null default now(),
  due timestamptz not null,
  escalated_at timestamptz,
  answered_at timestamptz,
  constraint one_appeal_a_reference unique (reference),
  constraint one_appeal_a_key unique (account, idempotency_key),
  constraint outcome_is_known check (outcome in ('UPHELD', 'CORRECTED', 'ANSWERED')),
  constraint what_is_answered_has_an_answer check
    ((answered_at is null) = (answer is null) and (answered_at is null) = (outcome is null)
      and (answered_at is null) = (answered_by is null))
);

create unique index one_open_appeal_a_decision on appeal (decision)
  where answered_at is null and decision is not null;
create index appeal_of_account on appeal (account, appeal);
create index appeal_of_application on appeal (application, appeal);
create index appeal_to_answer on appeal (operator, due) where answered_at is null;
create index appeal_to_escalate on appeal (due) where answered_at is null and escalated_at is null;
create index appeal_answered on appeal (operator, answered_at) where answered_at is not null;
