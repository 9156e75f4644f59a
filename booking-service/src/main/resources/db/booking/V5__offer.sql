-- A place proposed to one application, with a deadline; of several units, all or none. Its id is that
-- of the first hold in inventory too.
create table offer (
  offer uuid primary key,
  application uuid not null references application,
  programme text not null,
  party bytea not null,
  -- One for each unit.
  pools text[] not null,
  site text not null,
  operator text not null,
  units text[] not null default '{}',
  -- The day from which the place is kept; it has no end.
  begins date not null,
  -- What counts for the start-up reserve; absent where there is none.
  area numeric(9, 1),
  is_start_up boolean,
  state text not null,
  deadline timestamptz not null,
  reason text,
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  -- When somebody last began to drive it on; absent when nothing is left to be done.
  driven_at timestamptz default now(),
  constraint offer_has_a_known_state check (state in
    ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED', 'REFUSED', 'LAPSED', 'FAILED', 'WITHDRAWN')),
  constraint offer_has_a_pool check (cardinality(pools) > 0),
  constraint area_says_whose_it_is check ((area is null) = (is_start_up is null))
);

create unique index one_live_offer_an_application on offer (application)
  where state in ('PROPOSED', 'OPEN', 'ACCEPTED');
create unique index one_live_offer_a_party on offer (programme, party)
  where state in ('PROPOSED', 'OPEN', 'ACCEPTED');
create index offer_of_application on offer (application, offer);
create index offer_to_drive on offer (driven_at) where driven_at is not null;
create index offer_to_lapse on offer (deadline) where state = 'OPEN';
create index place_taken on offer (programme, answered_at) where state = 'BOOKED';
create index offer_of_operator on offer (operator, state, deadline);

-- Who holds how much space. Whoever leases locks this one row, so the start-up reserve holds after
-- every commit; the share is of all that can be let, or of what is let.
create table let_area (
  programme text primary key,
  stock numeric(12, 1) not null,
  start_ups numeric(12, 1) not null default 0,
  others numeric(12, 1) not null default 0,
  constraint areas_are_not_negative check (start_ups >= 0 and others >= 0)
);
