-- From rank to room: who of a batch gets which room, and what becomes of it until it is booked.

-- How far a batch has come. Whoever goes through its list locks this one row.
create table assignment_run (
  batch uuid primary key references batch,
  -- How often the list was gone through.
  round int not null default 1,
  -- How many rooms had come back by then; more of them, and the next in rank are asked.
  come_back bigint not null default 0,
  placed_at timestamptz not null default now(),
  settled_at timestamptz,
  constraint rounds_begin_with_one check (round > 0)
);

-- A room for somebody, to be confirmed in time. Its id is that of its hold in inventory, and of the
-- booking once it is confirmed.
create table assignment (
  assignment uuid primary key,
  batch uuid not null references assignment_run,
  entry uuid not null,
  round int not null,
  account uuid not null,
  ticket text not null,
  category text not null,
  -- Whose own list it is from; absent for who was drawn.
  allotment text,
  rank int not null,
  -- The place of the wish in the list, 0 for the dearest.
  wish int not null,
  -- Whether it is one of the rooms that are kept for the category.
  reserved boolean not null,
  programme text not null,
  pool text not null,
  site text not null,
  operator text not null,
  stay daterange not null,
  state text not null default 'PROPOSED',
  deadline timestamptz not null,
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  -- When somebody last began to drive it on; absent when nothing is left to be done.
  driven_at timestamptz default now(),
  foreign key (entry, batch) references batch_entry (entry, batch),
  constraint assignment_has_a_known_state check (state in
    ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED', 'DECLINED', 'LAPSED', 'FAILED')),
  constraint assignment_has_nights check (not isempty(stay) and upper_inf(stay) = false),
  constraint confirmed_before_the_stay_begins check
    (deadline <= lower(stay)::timestamp at time zone 'Asia/Shanghai'),
  constraint nobody_waits_for_nothing check (state not in ('OPEN', 'BOOKED') or driven_at is null)
);

create unique index one_room_an_entry on assignment (entry)
  where state in ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED');
create unique index one_room_a_person on assignment (batch, account)
  where state in ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED');
create index assignment_of_batch on assignment (batch, state);
create index assignment_of_account on assignment (account, assignment);
create index assignment_to_drive on assignment (driven_at) where driven_at is not null;
create index assignment_to_lapse on assignment (deadline) where state = 'OPEN';

-- What became of each wish, and at which rank: the ground of every yes and no. A later round adds a
-- line for whom it places.
create table assignment_decision (
  batch uuid not null references assignment_run,
  entry uuid not null,
  round int not null,
  rank int not null,
  outcomes text[] not null,
  decided_at timestamptz not null default now(),
  primary key (entry, round),
  foreign key (entry, batch) references batch_entry (entry, batch),
  constraint outcomes_are_known check
    (outcomes <@ array['PLACED', 'PLACED_HIGHER', 'BELOW_CUTOFF', 'RESERVE_ONLY', 'NO_FIT_DATES'])
);

create index decision_of_batch on assignment_decision (batch, round);

-- The last rank that got a room of a pool; of a category where it was one that is kept.
create table assignment_cut_off (
  batch uuid not null references assignment_run,
  round int not null,
  pool text not null,
  allotment text,
  category text,
  rank int not null,
  constraint one_cut_off_a_pool_and_group
    unique nulls not distinct (batch, round, pool, allotment, category)
);

-- A booking of a room that is held for a time already makes that hold firm instead of asking for one.
alter table booking drop constraint hold_due_is_known;
alter table booking add constraint hold_due_is_known
  check (hold_due in ('CONFIRM', 'RELEASE', 'END'));
