-- Why an offer was made to this one and not to another, from facts that stay: who was passed over is
-- reckoned when they ask.
create extension if not exists btree_gist;

alter table offer
  -- What ranked the application then.
  add column ranking text collate "C",
  -- When the list was read.
  add column listed_at timestamptz,
  -- A room of several beds for anyone, and of which sex they are in it; absent elsewhere.
  add column room text,
  add column sex text,
  -- The day from which the place is free again, once that is known.
  add column ends date,
  -- How often somebody had to take it up who had not begun it.
  add column tries int not null default 0;

update offer set listed_at = created_at, ranking = coalesce(
  (select a.ranking from application a where a.application = offer.application), '');

alter table offer
  alter column ranking set not null,
  alter column listed_at set not null,
  add constraint shared_room_has_a_sex check ((room is null) = (sex is null)),
  -- Strangers of two sexes never share a room, whoever offers what to whom at the same time.
  add constraint one_sex_a_room exclude using gist
    (room with =, sex with <>, daterange(begins, ends) with &&)
    where (room is not null and state in ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED'));

create index offer_at_desk on offer (operator, state, offer);
create index offer_made on offer (programme, created_at);
create index last_admitted_at on offer (programme, site, ranking)
  where state in ('OPEN', 'ACCEPTED', 'BOOKED');

alter table decision
  add column rules_hash text,
  add column engine text;

-- What somebody was told of their waiting time when they first asked, to be held against what came true.
create table told_wait (
  application uuid primary key references application,
  programme text not null,
  told_at timestamptz not null default now(),
  p10_days int not null,
  p50_days int not null,
  p90_days int not null,
  horizon_days int not null,
  constraint told_wait_is_an_interval check
    (p10_days between 0 and p50_days and p50_days <= p90_days and p90_days <= horizon_days)
);

create index told_of_programme on told_wait (programme, told_at);
