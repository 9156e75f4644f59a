-- A draw by huiwei-draw/1. Its id is the protocol's, used once: a draw is never repeated in place.
create table draw (
  draw text primary key,
  -- Whose draw it is: a batch or a round, by its id.
  kind text not null,
  subject uuid not null,
  operator text not null,
  -- What is announced before anybody applies, and stays.
  rules_version text not null,
  capacity int not null,
  -- Categories with places of their own, in the order in which they are served.
  reserved_for text[] not null default '{}',
  reserved_places int[] not null default '{}',
  reserve_order text not null,
  closes timestamptz not null,
  -- Nothing of the beacon is known before this time.
  draws_at timestamptz not null,
  beacon_round text not null,
  commitment bytea not null,
  -- The office's seed, encrypted with the draw's id; open only from the reveal on.
  sealed_seed bytea not null,
  -- The draw that this one stands for, after it was broken off.
  replaces text references draw,
  -- What came of each step; each is written once.
  state text not null default 'OPEN',
  root bytea,
  count int,
  witness_digits text,
  office_seed bytea,
  beacon_value bytea,
  key bytea,
  announced_at timestamptz not null default now(),
  constraint one_live_replacement unique (replaces),
  constraint draw_has_an_id check (draw ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  constraint draw_is_of_a_known_kind check (kind in ('BATCH', 'ROUND')),
  constraint draw_has_a_known_state check (state in
    ('OPEN', 'FROZEN', 'WITNESSED', 'REVEALED', 'LIT', 'DRAWN', 'PUBLISHED', 'ABORTED')),
  constraint order_of_reserves_is_known check (reserve_order in
    ('MINIMUM_GUARANTEE', 'OPEN_FIRST', 'DRAWN_AGAIN')),
  constraint capacity_is_not_negative check (capacity >= 0),
  constraint each_reserve_has_places check
    (cardinality(reserved_for) = cardinality(reserved_places) and 0 < all (reserved_places)),
  constraint list_closes_before_the_draw check (closes < draws_at),
  constraint commitment_is_a_hash check (length(commitment) = 32),
  constraint list_has_root_and_count check ((root is null) = (count is null)),
  constraint facts_come_in_order check (
    (witness_digits is null or root is not null)
    and (office_seed is null or witness_digits is not null)
    and (beacon_value is null or office_seed is not null)
    and (key is null or beacon_value is not null)),
  constraint state_says_what_is_known check (state = case
    when state in ('ABORTED', 'PUBLISHED') then state
    when key is not null then 'DRAWN'
    when beacon_value is not null then 'LIT'
    when office_seed is not null then 'REVEALED'
    when witness_digits is not null then 'WITNESSED'
    when root is not null then 'FROZEN'
    else 'OPEN' end),
  constraint what_is_published_was_drawn check (state <> 'PUBLISHED' or key is not null)
);

create index draw_of_operator on draw (operator, announced_at);
create index draw_of_subject on draw (kind, subject);
create index draw_to_freeze on draw (closes) where state = 'OPEN';

-- One entry, with nothing personal in it.
create table draw_ticket (
  draw text not null references draw,
  ticket text collate "C" not null,
  category text not null,
  chances smallint not null,
  choices_hash text not null,
  primary key (draw, ticket),
  constraint ticket_is_128_bits check (ticket ~ '^[0-9a-f]{32}$'),
  constraint category_is_a_name check (category ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  constraint chances_are_one_to_three check (chances between 1 and 3),
  constraint choices_are_a_hash check (choices_hash ~ '^[0-9a-f]{64}$')
);

-- The frozen list's hash tree above its blocks of 256 tickets: with one block and these roots, the
-- way of a ticket to the list's root is computed without reading the whole list.
create table draw_block (
  draw text not null references draw,
  block int not null,
  -- The first ticket of the block, in the order of the leaves.
  first text collate "C" not null,
  root bytea not null,
  primary key (draw, block),
  constraint block_has_a_hash check (length(root) = 32)
);

-- What was drawn: written once, in one statement for all tickets of the draw.
create table draw_result (
  draw text not null references draw,
  ticket text collate "C" not null,
  rank int not null,
  number bytea not null,
  primary key (draw, ticket),
  constraint one_ticket_a_rank unique (draw, rank),
  constraint ranks_begin_with_one check (rank > 0),
  constraint number_is_32_bytes check (length(number) = 32)
);

-- Everything that was done with a draw: it only grows.
create table draw_log (
  entry bigint generated always as identity primary key,
  draw text not null references draw,
  at timestamptz not null default clock_timestamp(),
  step text not null,
  -- Why, where the step needs a reason; public.
  reason text not null default '',
  -- The account that did it, or "system"; not public.
  actor text not null,
  constraint abort_has_a_reason check (step <> 'ABORT' or reason <> '')
);

create index log_of_draw on draw_log (draw, entry);

create function refuse_to_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it only grows', tg_op, tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_only_grows';
end
$$;

create trigger log_only_grows before update or delete on draw_log
  for each row execute function refuse_to_change();
create trigger log_is_not_emptied before truncate on draw_log
  for each statement execute function refuse_to_change();
create trigger result_only_grows before update or delete on draw_result
  for each row execute function refuse_to_change();
create trigger result_is_not_emptied before truncate on draw_result
  for each statement execute function refuse_to_change();
create trigger block_only_grows before update or delete on draw_block
  for each row execute function refuse_to_change();
create trigger block_is_not_emptied before truncate on draw_block
  for each statement execute function refuse_to_change();
create trigger draw_is_not_deleted before delete on draw
  for each row execute function refuse_to_change();
create trigger draw_is_not_emptied before truncate on draw
  for each statement execute function refuse_to_change();
create trigger list_is_not_emptied before truncate on draw_ticket
  for each statement execute function refuse_to_change();

-- What was announced stays, what was written of a step is written once, and what has ended has ended.
create function keep_what_is_known_of_a_draw() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{state,root,count,witness_digits,office_seed,beacon_value,key}'::text[]
      is distinct from
      to_jsonb(old) - '{state,root,count,witness_digits,office_seed,beacon_value,key}'::text[]
    or old.root is distinct from new.root and old.root is not null
    or old.count is distinct from new.count and old.count is not null
    or old.witness_digits is distinct from new.witness_digits and old.witness_digits is not null
    or old.office_seed is distinct from new.office_seed and old.office_seed is not null
    or old.beacon_value is distinct from new.beacon_value and old.beacon_value is not null
    or old.key is distinct from new.key and old.key is not null
    or old.state in ('PUBLISHED', 'ABORTED')
  then
    raise exception 'what is known of draw % does not change', old.draw
      using errcode = 'restrict_violation', constraint = 'draw_keeps_what_is_known';
  end if;
  return new;
end
$$;

create trigger draw_keeps_what_is_known before update on draw
  for each row execute function keep_what_is_known_of_a_draw();

-- A list takes tickets only while it is open. Whoever enters one shares the draw's row until they
-- commit, so the freeze waits for them and sees them, and who comes after it is refused.
create function refuse_when_the_list_is_closed() returns trigger language plpgsql as $$
begin
  perform from draw
    where draw = coalesce(new.draw, old.draw) and state = 'OPEN' and clock_timestamp() < closes
    for share;
  if not found or new.draw <> old.draw then
    raise exception 'draw % takes no tickets', coalesce(new.draw, old.draw)
      using errcode = 'restrict_violation', constraint = 'list_is_open';
  end if;
  return coalesce(new, old);
end
$$;

create trigger list_is_open before insert or update or delete on draw_ticket
  for each row execute function refuse_when_the_list_is_closed();

-- Results come once, for a draw that has everything it needs and no result yet.
create function refuse_when_nothing_is_to_be_drawn() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct draw from written) w
    left join draw d on d.draw = w.draw and d.state = 'LIT'
    where d.draw is null)
  then
    raise exception 'no result is due' using errcode = 'restrict_violation',
      constraint = 'result_is_due';
  end if;
  return null;
end
$$;

create trigger result_is_due after insert on draw_result
  referencing new table as written
  for each statement execute function refuse_when_nothing_is_to_be_drawn();
