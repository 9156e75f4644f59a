-- Who has a place for long: a bed, a leased unit. Its id is the offer's and the hold's.
create table residence (
  residence uuid primary key references offer (offer),
  application uuid not null references application,
  programme text not null,
  operator text not null,
  site text not null,
  -- One for each unit.
  pools text[] not null,
  units text[] not null,
  -- What is leased; absent where no area is counted.
  area numeric(9, 1),
  is_start_up boolean,
  state text not null,
  begins date not null,
  -- The first day that is free again, once that is known; others are offered the place for then.
  ends date,
  -- Until when the place is kept for who is away; until when objections can be made.
  until date,
  -- When the next look is due: a reassessment, a yearly check.
  look_due date,
  needs_another boolean not null default false,
  version int not null default 1,
  -- When somebody last began to tell inventory of the end; absent when there is nothing to tell.
  driven_at timestamptz,
  constraint residence_has_a_known_state check (state in
    ('AGREED', 'PUBLISHED', 'SIGNED', 'LIVING', 'ON_LEAVE', 'LEFT'))
);

create index residence_of_operator on residence (operator, state, residence);
create index residence_of_application on residence (application);
create index residence_to_look_at on residence (operator, look_due) where look_due is not null;
create index residence_to_drive on residence (driven_at) where driven_at is not null;

-- The trace: every step, when, by whom, and what was said of it.
create table residence_step (
  step bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  residence uuid not null,
  kind text not null,
  note text not null default '',
  actor text not null,
  primary key (residence, step)
);
