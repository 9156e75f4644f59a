-- The trace of edits by hand: what stood there, what stands there, and who put it there.
create table stock_change (
  change bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  site text not null,
  unit text,
  was jsonb not null,
  now jsonb not null,
  actor text not null
);
