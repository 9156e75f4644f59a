-- Batches: a published release of an operator's units, and who registered for it. No name stands here.

create table batch (
  batch uuid primary key,
  programme text not null,
  operator text not null,
  name_zh text not null,
  name_en text not null,
  way text not null,
  state text not null default 'DRAFT',
  -- Which of the places that are set aside are given first; it changes who gets in, so it is published.
  reserve_order text not null,
  rules_version text not null,
  register_from timestamptz,
  -- Until when urgency may be claimed: a person has to look at it before the list is frozen.
  urgent_until timestamptz,
  register_until timestamptz,
  draw_at timestamptz,
  confirm_until timestamptz,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  released_by uuid,
  released_at timestamptz,
  -- When everything is placed, and what is left over is nobody's.
  settled_at timestamptz,
  constraint way_of_allocating_is_known check (way in ('INSTANT', 'DRAW', 'LIST')),
  constraint batch_state_is_known check (state in ('DRAFT', 'DISCARDED', 'RELEASED', 'SETTLED')),
  constraint reserve_order_is_known check
    (reserve_order in ('MINIMUM_GUARANTEE', 'OPEN_FIRST', 'DRAWN_AGAIN')),
  constraint two_different_people_release check (released_by <> drafted_by),
  constraint released_by_somebody_at_some_time check
    ((state in ('RELEASED', 'SETTLED')) = (released_by is not null)
      and (released_by is null) = (released_at is null)),
  constraint settled_at_some_time check ((state = 'SETTLED') = (settled_at is not null)),
  constraint only_instant_batches_have_no_window check
    ((way = 'INSTANT') = (register_from is null)
      and (register_from is null) = (register_until is null)
      and (register_from is null) = (urgent_until is null)
      and (register_from is null) = (confirm_until is null)),
  constraint a_draw_has_its_hour check ((way = 'DRAW') = (draw_at is not null)),
  constraint window_is_in_order check
    (register_from < urgent_until and urgent_until <= register_until
      and register_until < coalesce(draw_at, confirm_until)
      and coalesce(draw_at, register_until) < confirm_until)
);

create index batch_of_operator on batch (operator, batch);
create index batch_in_public on batch (programme, batch) where state in ('RELEASED', 'SETTLED');

-- So many units of a pool for these nights.
create table batch_part (
  batch uuid not null references batch,
  pool text not null,
  site text not null,
  units int not null,
  period daterange not null,
  primary key (batch, pool),
  constraint a_part_has_units check (units between 1 and 100000),
  constraint a_part_has_nights check (not isempty(period) and upper_inf(period) = false)
);

-- Places that are set aside for a group of applicants, counted over the whole batch.
create table batch_reserve (
  batch uuid not null references batch,
  category text not null,
  units int not null,
  primary key (batch, category),
  constraint a_reserve_has_units check (units between 1 and 100000)
);

-- So many units of a part that are for an enterprise's people alone.
create table batch_allotment (
  batch uuid not null references batch,
  allotment text not null,
  name text not null,
  pool text not null,
  units int not null,
  primary key (batch, allotment),
  foreign key (batch, pool) references batch_part,
  constraint an_allotment_has_units check (units between 1 and 100000)
);

-- An enterprise's own list, in its order: whoever shows the code stands there. Codes are kept as their
-- SHA-256; who they were given to only the enterprise knows.
create table batch_invitation (
  batch uuid not null,
  allotment text not null,
  place int not null,
  code_hash text not null,
  primary key (batch, allotment, place),
  foreign key (batch, allotment) references batch_allotment,
  constraint one_place_a_code unique (batch, code_hash),
  constraint a_list_has_two_thousand_places_at_most check (place between 1 and 2000)
);

create table batch_entry (
  entry uuid primary key,
  reference text not null,
  batch uuid not null references batch,
  account uuid not null,
  idempotency_key text not null,
  -- 128 random bits as hex: all that is public of it.
  ticket text not null,
  category text not null,
  chances int not null,
  choices_hash text not null,
  -- Of all that was asked at first, so that the same key again is known to mean the same.
  request_hash text not null,
  allotment text,
  -- The place in the enterprise's list.
  place int,
  state text not null default 'ENTERED',
  -- What came of it, once the batch is placed.
  outcome text,
  entered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  foreign key (batch, allotment, place) references batch_invitation,
  constraint one_entry_a_reference unique (reference),
  constraint one_entry_a_key unique (account, idempotency_key),
  constraint one_entry_a_ticket unique (ticket),
  constraint entry_of_its_batch unique (entry, batch),
  constraint entry_state_is_known check (state in ('ENTERED', 'WITHDRAWN')),
  constraint entry_outcome_is_known check
    (outcome in ('PLACED', 'NOT_PLACED', 'DECLINED', 'LAPSED')),
  constraint what_was_withdrawn_comes_to_nothing check (state = 'ENTERED' or outcome is null),
  constraint one_to_three_chances check (chances between 1 and 3),
  constraint an_invitation_has_its_place check ((allotment is null) = (place is null))
);

create unique index one_entry_a_person on batch_entry (batch, account) where state = 'ENTERED';
create unique index one_entry_an_invitation on batch_entry (batch, allotment, place)
  where state = 'ENTERED' and place is not null;
create index entry_of_account on batch_entry (account, entry);

-- What somebody would take, the dearest first.
create table batch_wish (
  entry uuid not null,
  rank int not null,
  batch uuid not null,
  pool text not null,
  stay daterange not null,
  -- So many days earlier or later would do.
  slack_days int not null,
  -- A shorter stay of so many nights would do; all of them where no part would.
  least_nights int not null,
  primary key (entry, rank),
  foreign key (entry, batch) references batch_entry (entry, batch),
  constraint a_wish_names_a_pool_of_the_batch foreign key (batch, pool) references batch_part,
  constraint no_wish_twice unique (entry, pool),
  constraint at_most_twenty_wishes check (rank between 1 and 20),
  constraint a_wish_has_nights check (not isempty(stay) and upper_inf(stay) = false),
  constraint a_fortnight_of_slack_at_most check (slack_days between 0 and 14),
  constraint a_part_of_the_stay_is_a_part check
    (least_nights between 1 and upper(stay) - lower(stay))
);

-- What somebody says makes it urgent, and what a person decided of it.
create table batch_urgency (
  entry uuid primary key references batch_entry,
  -- Encrypted with the row's id.
  asked bytea not null,
  asked_at timestamptz not null default now(),
  granted boolean,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  constraint urgency_is_decided_by_a_person_with_a_reason check
    ((granted is null) = (reason is null) and (granted is null) = (decided_by is null)
      and (granted is null) = (decided_at is null))
);

-- Nights of a pool that nobody books at once: a batch has them, or somebody gave them back and the
-- waiting list is asked first. They open at "open_from", which nobody can guess.
create table closed_period (
  closed_period uuid primary key,
  pool text not null,
  period daterange not null,
  batch uuid references batch,
  closed_at timestamptz not null default now(),
  open_from timestamptz,
  constraint a_closed_period_has_nights check (not isempty(period)),
  constraint one_batch_at_a_time_has_a_night exclude using gist (pool with =, period with &&)
    where (batch is not null and open_from is null)
);

create index closed_period_of_pool on closed_period using gist (pool, period);
