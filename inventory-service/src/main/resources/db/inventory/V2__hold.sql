-- The nights of one unit as a flat box: days lie along it, the unit's number across. Two overlap when
-- they share a night of the unit. GiST keeps boxes at a quarter of the cost of (site, unit, period).
create function nights_of_unit(unit_number int, period daterange) returns box
  immutable parallel safe language sql as $$
  select box(
    point(lower(period) - date '2000-01-01', unit_number),
    -- The last night ends in the morning; what is open ends in the far future.
    point(coalesce(upper(period) - date '2000-01-01', 1000000) - 0.5, unit_number))
$$;

-- A unit taken for a period, and the one answer that was given to a hold's id, a refusal too.
create table hold (
  site text not null,
  hold uuid not null,
  pool text not null,
  unit text,
  unit_number int,
  state text not null,
  -- What was asked; "period" is what is left of it.
  asked daterange not null,
  period daterange not null,
  -- A timed hold lapses then, by this database's clock. No constraint depends on it.
  until timestamptz,
  -- Why an operator took the unit; only a block has one.
  block_reason text,
  refusals text[],
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  -- By the id first, for it is mostly asked for alone.
  primary key (hold, site),
  constraint hold_has_a_known_state check (state in ('TIMED', 'FIRM', 'RELEASED', 'LAPSED', 'REFUSED')),
  constraint refused_holds_have_reasons check ((state = 'REFUSED') = (refusals is not null)),
  constraint refused_holds_have_no_unit check ((state = 'REFUSED') = (unit is null)),
  constraint units_have_a_number check ((unit is null) = (unit_number is null)),
  constraint timed_holds_have_an_end
    check ((state = 'TIMED') = (until is not null and ended_at is null)),
  constraint one_hold_at_a_time
    exclude using gist (nights_of_unit(unit_number, period) with &&) where (state in ('TIMED', 'FIRM'))
    -- Stays that change places to make room are looked at together, when the statement ends.
    deferrable initially immediate
);

create index live_hold_by_pool on hold (pool) where (state in ('TIMED', 'FIRM'));
-- It says nothing of the state, and what is looked for by it or by the id does not either: the planner
-- of a city that has just opened would else read all live holds instead.
create index timed_hold_by_until on hold (until) where (until is not null and ended_at is null);

-- Pools hash to lanes. Whatever changes a hold raises its lane's version in the same statement, so
-- that nobody writes a plan that another has overtaken.
create table lane (
  lane int primary key,
  version bigint not null
) with (fillfactor = 10);

-- The trace of every change, and what a planner reads that another has overtaken.
create table hold_change (
  lane int not null,
  version bigint not null,
  hold uuid not null,
  at timestamptz not null default clock_timestamp(),
  site text not null,
  pool text not null,
  unit text,
  state text not null,
  -- The nights that were taken before and are now; absent where there were or are none.
  was daterange,
  period daterange,
  primary key (lane, version, hold)
);

-- The services only add and change holds. Whoever removes some by hand is heard by all planners.
create trigger holds_vanish after delete or truncate on hold
  for each statement execute function raise_stock();
