-- The batch limit, in the yardstick's spirit: the least that many correct bookings at once cost in
-- PostgreSQL alone, on the yardstick's own tables. The bookings are written before any lock is taken,
-- guard rows are locked in one order, and each night of a pool is counted up once for all of them.
-- The planner takes the bookings of a batch for thousands and would read every night of every pool, at
-- twenty times the cost: so it is held to the index.
set search_path = yardstick;
create or replace function book_many(p_pools int[], p_persons bigint[], p_programme int, p_froms int[], p_nights int)
returns int
language plpgsql set search_path = yardstick set enable_hashjoin = off set enable_mergejoin = off
  set plan_cache_mode = force_generic_plan as $$
declare pools int[]; froms int[]; wanted int; counted_up int;
begin
  with made as (
    insert into booking(pool, person, programme, from_night, to_night)
      select asked.pool, asked.person, p_programme, asked.from_night, asked.from_night + p_nights
      from unnest(p_pools, p_persons, p_froms) as asked(pool, person, from_night)
      on conflict (person, programme) do nothing returning pool, from_night)
    select array_agg(pool), array_agg(from_night) into pools, froms from made;
  if pools is null then return 0; end if;
  perform 1 from pool where pool = any(pools) order by pool for update;
  with asked as (
      select pool, night, count(*)::int as bookings
      from unnest(pools, froms) as made(pool, from_night),
        generate_series(from_night, from_night + p_nights - 1) as night
      group by pool, night),
    taken as (
      update pool_night set booked = booked + asked.bookings from asked
      where pool_night.pool = asked.pool and pool_night.night = asked.night
        and booked + asked.bookings <= capacity
      returning 1)
    select (select count(*) from asked), (select count(*) from taken) into wanted, counted_up;
  if counted_up <> wanted then raise exception 'full'; end if;
  return cardinality(pools);
end $$;
