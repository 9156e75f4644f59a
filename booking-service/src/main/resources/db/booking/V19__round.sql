-- Childcare places, which are given in rounds: families rank classes until a deadline, one engine
-- places all of them at once, and what is not taken is filled up.

-- What operators say of their classes: only places that are licensed, staffed and open count.
create table class_declaration (
  pool text primary key,
  operator text not null,
  carers int not null,
  licensed_places int not null,
  licensed_from date not null,
  licensed_until date,
  opens_on date not null,
  closes_on date,
  version int not null default 1,
  declared_by text not null,
  declared_at timestamptz not null default now(),
  constraint carers_can_be_counted check (carers between 0 and 99),
  constraint licence_can_be_counted check (licensed_places between 0 and 999),
  constraint licence_ends_after_it_begins check (licensed_until > licensed_from),
  constraint class_closes_after_it_opens check (closes_on > opens_on)
);

create index declaration_of_operator on class_declaration (operator, pool);

create table childcare_round (
  round uuid primary key,
  reference text not null,
  -- Whose staff run it.
  operator text not null,
  idempotency_key text not null,
  -- The day on which the places begin; ages count on it.
  starts_on date not null,
  -- Lists are taken and changed from then until then.
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Until when offers are to be answered, of the round and of the filling-up.
  answers_until timestamptz not null,
  fill_answers_until timestamptz not null,
  rules_version text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  constraint one_round_a_reference unique (reference),
  constraint one_round_a_key unique (operator, idempotency_key),
  constraint a_round_goes_forward check
    (opens_at < closes_at and closes_at < answers_until and answers_until < fill_answers_until),
  constraint answers_come_before_the_places_begin check
    (fill_answers_until <= starts_on at time zone 'Asia/Shanghai')
);

create index round_by_deadline on childcare_round (closes_at, round);

-- One family's entry. Nothing in it names a person; the ticket is its number in the draw.
create table round_family (
  family uuid primary key,
  round uuid not null references childcare_round,
  -- Absent for families that staff enter, who have no account.
  account uuid,
  owner uuid not null,
  idempotency_key text not null,
  -- Of all that was asked, so that the same key again is known to mean the same.
  request_hash text not null,
  reference text not null,
  ticket text not null,
  category text not null,
  choices_hash text not null,
  state text not null default 'ENTERED',
  version int not null default 1,
  entered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint one_round_entry_a_reference unique (reference),
  constraint one_round_entry_a_ticket unique (ticket),
  constraint one_round_entry_a_key unique (owner, idempotency_key),
  constraint entry_has_a_known_state check (state in ('ENTERED', 'WITHDRAWN'))
);

create unique index one_entry_a_family_and_round on round_family (round, account)
  where state = 'ENTERED' and account is not null;
create index entries_of_round on round_family (round, family);

-- The children of an entry, in the order in which its choices name classes for them.
create table round_child (
  family uuid not null references round_family,
  at smallint not null,
  round uuid not null references childcare_round,
  application uuid not null references application,
  party bytea not null,
  live boolean not null default true,
  primary key (family, at),
  constraint children_are_few check (at between 1 and 9)
);

-- Whoever applies for it, and however often: a child takes part once.
create unique index one_entry_a_child_and_round on round_child (round, party) where live;
create index round_child_of_application on round_child (application);

-- What a family wants, the best first: a class for each child, or none for some of them.
create table round_choice (
  family uuid not null references round_family,
  rank smallint not null,
  pools text[] not null,
  primary key (family, rank),
  constraint choices_are_bounded check (rank between 1 and 50),
  constraint a_choice_names_a_class check
    (cardinality(pools) between 1 and 9 and cardinality(array_remove(pools, null)) > 0),
  constraint nothing_is_chosen_twice unique (family, pools)
);

-- What the engine made of a round: first of the whole, then of the filling-up. Written once; with the
-- market kept, anybody in charge can have it made again.
create table round_run (
  round uuid not null references childcare_round,
  run smallint not null,
  before smallint generated always as (nullif(run - 1, 0)) stored,
  draw text not null references draw,
  engine text not null,
  rules_version text not null,
  rules_hash text not null,
  market_hash text not null,
  -- JSON, compressed.
  market bytea not null,
  cut_offs jsonb not null,
  blocking jsonb not null,
  children int not null,
  placed int not null,
  passes int not null,
  millis int not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (round, run),
  constraint a_round_has_a_run_and_a_filling_up check (run between 1 and 2),
  constraint what_is_filled_up_was_run_before foreign key (round, before) references round_run
);

-- What came out for each child, and what ranked it at each class of its list.
create table round_placement (
  round uuid not null,
  run smallint not null,
  application uuid not null,
  -- Absent for who only keeps a place and did not enter.
  family uuid references round_family,
  number text not null,
  category text not null,
  points int not null,
  priorities jsonb not null,
  -- Where it sat before, and where it sits now.
  seat text,
  pool text,
  -- Which of the choices that was; absent where none was, and for a seat that was kept.
  choice smallint,
  primary key (round, run, application),
  foreign key (round, run) references round_run
);

create index placement_of_family on round_placement (family, run) where family is not null;

-- From then on everybody sees it, and places are offered.
create table round_publication (
  round uuid not null,
  run smallint not null,
  by text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (round, run),
  foreign key (round, run) references round_run
);

create trigger run_only_grows before update or delete on round_run
  for each row execute function refuse_to_change();
create trigger run_is_not_emptied before truncate on round_run
  for each statement execute function refuse_to_change();
create trigger placement_only_grows before update or delete on round_placement
  for each row execute function refuse_to_change();
create trigger placement_is_not_emptied before truncate on round_placement
  for each statement execute function refuse_to_change();
create trigger publication_only_grows before update or delete on round_publication
  for each row execute function refuse_to_change();

-- The offer that is to be made of a placement, written down with the publication.
create table round_offer (
  round uuid not null,
  run smallint not null,
  application uuid not null,
  offer uuid not null,
  -- Absent until it was made, or could not be however often it was tried.
  settled_at timestamptz,
  tries smallint not null default 0,
  tried_at timestamptz,
  primary key (round, run, application),
  constraint an_offer_is_made_once unique (offer),
  foreign key (round, run, application) references round_placement
);

create index offer_to_make on round_offer (offer) where settled_at is null;

-- The residence that the offer's place stands for: who has it moves, and nobody else gets it meanwhile.
alter table offer add column instead_of uuid references residence;
