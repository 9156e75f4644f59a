-- Who asks for a place that is not simply booked, what became of it, and why.

-- One party's wish for a place of one programme. Names and numbers of persons stand in "sealed" alone,
-- encrypted with the row's id; "need" is what a place must have, and names nobody.
create table application (
  application uuid primary key,
  reference text not null,
  programme text not null,
  -- Whose it is: the account that reads it. What staff typed in from paper belongs to no account.
  account uuid,
  -- Who typed it in, and under which key: asked twice, it is one application.
  owner uuid not null,
  idempotency_key text not null,
  -- Who may act for it besides, until consent is taken back.
  helper uuid,
  -- The operator whose staff check it.
  operator text not null,
  channel text not null,
  state text not null,
  -- Raised by every change: who saves what somebody else has changed is told so.
  version int not null default 1,
  sealed bytea not null,
  -- Keyed hashes, equal for equal ones: of who it is for, and of the telephone.
  party bytea,
  household bytea,
  need jsonb,
  rules_version text not null,
  -- What comes first in byte order comes first.
  ranking text collate "C",
  category int,
  points int,
  since timestamptz,
  reasons text[] not null default '{}',
  -- Offers left unanswered since somebody was last heard of.
  unanswered int not null default 0,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint one_application_a_reference unique (reference),
  constraint one_application_a_key unique (owner, idempotency_key),
  constraint application_has_a_known_state check (state in
    ('DRAFT', 'SUBMITTED', 'VERIFIED', 'QUEUED', 'OFFERED', 'ACCEPTED', 'BOOKED', 'ENDED',
     'WITHDRAWN', 'INELIGIBLE', 'DORMANT')),
  constraint application_came_by_a_known_channel check (channel in ('ONLINE', 'PAPER', 'TELEPHONE')),
  constraint who_is_queued_has_a_rank check
    (state not in ('QUEUED', 'OFFERED', 'ACCEPTED', 'BOOKED') or (ranking is not null and need is not null))
);

create index application_of_account on application (account, application);
create index application_of_helper on application (helper, application) where helper is not null;
create index application_of_operator on application (operator, state, application);
create index application_of_party on application (programme, party) where party is not null;
create index application_of_household on application (programme, household) where household is not null;
create index waiting_list on application (programme, ranking) where state = 'QUEUED';
create index came on application (programme, since) where ranking is not null;
create index left_the_list on application (programme, changed_at)
  where ranking is not null and state in ('WITHDRAWN', 'INELIGIBLE', 'DORMANT');
create index admitted on application (programme, ranking) where state in ('OFFERED', 'ACCEPTED', 'BOOKED');

-- The trace: what became of an application, when, and by whom ("system" where no person did it).
create table application_change (
  change bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  application uuid not null,
  state text not null,
  actor text not null,
  primary key (application, change)
);

-- What was decided and why, once and for all. The key is what ranked it, the facts what the reasons say.
create table decision (
  decision uuid primary key,
  application uuid not null,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  outcome text not null,
  rules_version text not null,
  category int,
  points int,
  since timestamptz,
  ranking text,
  reasons jsonb not null default '[]',
  decided_by text not null,
  appeal_until timestamptz,
  constraint decision_is_of_a_known_kind check (kind in ('ELIGIBILITY', 'RANKING', 'OFFER', 'APPEAL'))
);

create index decision_of_application on decision (application, at);

create function never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'what was decided is not changed' using errcode = '23001';
end $$;

create trigger decisions_stay before update or delete on decision
  for each row execute function never_changed();

-- Who read what names persons, and why.
create table reading (
  reading bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  application uuid not null,
  reader text not null,
  operator text not null,
  reason text not null,
  primary key (application, reading),
  constraint reading_has_a_reason check (length(reason) between 2 and 200)
);
