-- How stock comes in: one row a file, with its progress and, in the end, its one report.
create table import (
  import uuid primary key,
  file text not null,
  -- A digest of the content: the same id with another content is refused.
  digest text not null,
  -- Whose stock it may change; all when null.
  operator text,
  state text not null,
  phase text not null,
  rows bigint not null default 0,
  bytes bigint not null,
  -- Who works on it now. Another attempt may take over when this one was not seen for a while.
  attempt uuid not null,
  report jsonb,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint import_has_a_known_state check (state in ('RUNNING', 'DONE', 'REFUSED')),
  constraint ended_imports_have_a_report check ((state = 'RUNNING') = (report is null))
);

create index import_by_end on import (ended_at) where (state = 'DONE');

-- Whether somebody has the unit now or later; such a unit neither vanishes nor moves.
create function is_held(of_site text, of_unit text) returns boolean stable language sql as $$
  select exists (
    select from hold
    where site = of_site and unit = of_unit and state in ('TIMED', 'FIRM')
      and period && daterange((now() at time zone 'Asia/Shanghai')::date, null))
$$;

-- A live hold is on a unit of its pool, although hold has no foreign key: one would bind the
-- refused and the ended too, and keep their units for ever. A planner that read the stock before an
-- import changed it hears "plan anew" (40001).
--
-- Whoever removes or moves units takes the lock 'units go', which waits for everybody who is at work.
-- Who comes meanwhile does not get it shared and locks the units instead, and so waits only where he
-- must. An import takes it before it looks for holds.
create function let_nobody_pass() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('units go'));
  return null;
end $$;

create trigger units_go before delete or update of pool on unit
  for each statement execute function let_nobody_pass();

create function check_units_of_holds() returns trigger language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock_shared(hashtext('units go')) then
    perform from (
      select from changed join unit using (site, unit, pool)
      where changed.state in ('TIMED', 'FIRM')
      order by unit.site, unit.unit
      for key share of unit) locked;
  end if;
  if exists (
    select from changed c left join unit u on u.number = c.unit_number
    where c.state in ('TIMED', 'FIRM')
      and (u.site, u.unit, u.pool) is distinct from (c.site, c.unit, c.pool))
  then
    raise exception 'the stock has changed: a hold is on a unit that is not in its pool'
      using errcode = '40001';
  end if;
  return null;
end $$;

create trigger new_holds_are_on_units after insert on hold
  referencing new table as changed for each statement execute function check_units_of_holds();

-- A hold's unit changes only when it is seated anew; its end and its state do not matter here.
create function check_units_of_moved_holds() returns trigger language plpgsql as $$
begin
  if exists (
    select from changed join before using (site, hold)
    where (changed.unit, changed.unit_number, changed.pool)
        is distinct from (before.unit, before.unit_number, before.pool)
      and changed.state in ('TIMED', 'FIRM'))
  then
    if not pg_try_advisory_xact_lock_shared(hashtext('units go')) then
      perform from (
        select from changed join unit using (site, unit, pool)
        where changed.state in ('TIMED', 'FIRM')
        order by unit.site, unit.unit
        for key share of unit) locked;
    end if;
    if exists (
      select from changed c left join unit u on u.number = c.unit_number
      where c.state in ('TIMED', 'FIRM')
        and (u.site, u.unit, u.pool) is distinct from (c.site, c.unit, c.pool))
    then
      raise exception 'the stock has changed: a hold is on a unit that is not in its pool'
        using errcode = '40001';
    end if;
  end if;
  return null;
end $$;

create trigger moved_holds_are_on_units after update on hold
  referencing old table as before new table as changed
  for each statement execute function check_units_of_moved_holds();
