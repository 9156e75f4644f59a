-- A unit taken for a period, and the one answer that was given to a hold's id, a refusal too.
create extension if not exists btree_gist;

create table hold (
  site text not null,
  hold uuid not null,
  pool text not null,
  unit text,
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
  primary key (site, hold),
  constraint hold_has_a_known_state check (state in ('TIMED', 'FIRM', 'RELEASED', 'LAPSED', 'REFUSED')),
  constraint refused_holds_have_reasons check ((state = 'REFUSED') = (refusals is not null)),
  constraint refused_holds_have_no_unit check ((state = 'REFUSED') = (unit is null)),
  constraint live_timed_holds_have_an_end check (state <> 'TIMED' or until is not null),
  constraint one_hold_at_a_time
    exclude using gist (site with =, unit with =, period with &&) where (state in ('TIMED', 'FIRM'))
    -- Stays that change places to make room are looked at together, when they are committed.
    deferrable initially immediate
);

-- Pools hash to lanes. A batch raises its lane's version in its own transaction, so that two planners
-- of one lane come one after the other and none writes a plan that another has overtaken.
create table lane (
  lane int primary key,
  version bigint not null
);

create index hold_by_id on hold (hold);
create index live_hold_by_pool on hold (site, pool) where (state in ('TIMED', 'FIRM'));
create index timed_hold_by_until on hold (until) where (state = 'TIMED');

-- The trace of every change, written by the table itself.
create table hold_change (
  change bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  site text not null,
  hold uuid not null,
  state text not null,
  unit text,
  period daterange not null
);

create function trace_holds() returns trigger language plpgsql as $$
begin
  insert into hold_change (site, hold, state, unit, period)
    select site, hold, state, unit, period from changed;
  return null;
end $$;

create trigger new_holds_are_traced after insert on hold
  referencing new table as changed for each statement execute function trace_holds();
create trigger changed_holds_are_traced after update on hold
  referencing new table as changed for each statement execute function trace_holds();
