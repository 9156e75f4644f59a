-- What is there: operators, their sites, the sites' pools and the pools' units.
-- Capacity is rows of unit, never a counter. "site" is in every key below it, so that the tables
-- can be distributed by site later.

create table operator (
  operator text primary key,
  name_zh text not null,
  name_en text not null,
  programme text not null
);

create table site (
  site text primary key,
  operator text not null references operator,
  programme text not null,
  name_zh text not null,
  name_en text not null,
  district text not null,
  address text not null,
  latitude numeric(8, 5),
  longitude numeric(8, 5),
  telephone text
);

-- Units of one site that a request cannot tell apart. The code is <site>.<kind's own part>, so that
-- a pool can never be mistaken for a unit, whose code has no dot. "features" is what tells pools apart.
create table pool (
  site text not null references site,
  pool text not null unique,
  kind text not null,
  features jsonb not null,
  primary key (site, pool)
);

-- "features" is what the unit alone has: floor, area, room number. "number" is what holds compare
-- instead of the two codes, at a quarter of the cost.
create table unit (
  site text not null,
  unit text not null unique,
  number int not null unique generated always as identity,
  pool text not null,
  features jsonb not null,
  primary key (site, unit),
  foreign key (site, pool) references pool
);

create index unit_by_pool on unit (site, pool);

-- What planners and searches remember of the stock is good while this number stays: every change of
-- the stock raises it in its own transaction.
create table stock (
  version bigint not null,
  one boolean primary key default true,
  constraint stock_has_one_row check (one)
);
insert into stock (version) values (1);

create function raise_stock() returns trigger language plpgsql as $$
begin
  update stock set version = version + 1;
  return null;
end $$;

create trigger stock_changes after insert or update or delete or truncate on site
  for each statement execute function raise_stock();
create trigger stock_changes after insert or update or delete or truncate on pool
  for each statement execute function raise_stock();
create trigger stock_changes after insert or update or delete or truncate on unit
  for each statement execute function raise_stock();
