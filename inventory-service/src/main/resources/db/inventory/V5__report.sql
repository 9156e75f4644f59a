-- How old what we know of a site is: when its operator last said that the stock is as it stands here, by
-- a file or in one tap.
create table site_report (
  site text primary key,
  reported_at timestamptz not null default now(),
  -- Who said so; absent where a file did.
  actor text
);
insert into site_report (site) select site from site;

-- Who edits a site or a unit sends the number that was seen; an import raises it, too.
alter table site add version int not null default 1;
alter table unit add version int not null default 1;

create function raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create trigger site_version before update on site
  for each row execute function raise_version();
create trigger unit_version before update on unit
  for each row execute function raise_version();

-- Blocks are few, and are told apart from stays whenever somebody counts.
create index block_by_pool on hold (pool) where block_reason is not null and state = 'FIRM';
