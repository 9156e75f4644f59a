-- What a person found of two applications that look like one party's. The older is named first.
create table duplicate_verdict (
  older uuid not null references application,
  newer uuid not null references application,
  verdict text not null,
  note text not null,
  decided_by text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (older, newer),
  constraint verdict_is_known check (verdict in ('SAME', 'DIFFERENT')),
  constraint older_comes_first check (older < newer)
);
