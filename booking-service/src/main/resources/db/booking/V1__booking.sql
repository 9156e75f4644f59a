-- Who asked for which place, and what was agreed. No name stands here: the account is a number that
-- follows from (issuer, subject) of the sign-in provider.
create extension if not exists btree_gist;

-- What a person may still have of a programme, in nights.
create table entitlement (
  account uuid not null,
  programme text not null,
  granted int not null,
  spent int not null,
  primary key (account, programme),
  constraint never_more_than_the_entitlement check (spent between 0 and granted)
);

create table booking (
  booking uuid primary key,
  reference text not null,
  account uuid not null,
  idempotency_key text not null,
  programme text not null,
  pool text not null,
  site text not null,
  operator text not null,
  -- What was asked; "period" is what is left of it.
  asked daterange not null,
  period daterange not null,
  status text not null,
  unit text,
  -- Why it was refused, as codes.
  reasons text[] not null default '{}',
  -- What inventory has still to be told of this booking's hold: give it back whole (RELEASE), or from
  -- the end of "period" on (END).
  hold_due text,
  created_at timestamptz not null default now(),
  -- When somebody last began to drive it on.
  driven_at timestamptz not null default now(),
  constraint one_booking_a_reference unique (reference),
  constraint one_booking_a_key unique (account, idempotency_key),
  constraint booking_has_a_known_status check (status in
    ('REQUESTED', 'CONFIRMED', 'REFUSED', 'CANCELLED', 'CHECKED_IN', 'DEPARTED', 'NO_SHOW')),
  constraint hold_due_is_known check (hold_due in ('RELEASE', 'END')),
  constraint one_stay_at_a_time
    exclude using gist (account with =, programme with =, period with &&)
    where (status in ('REQUESTED', 'CONFIRMED', 'CHECKED_IN'))
);

create index booking_of_account on booking (account, booking desc);
create index booking_to_drive on booking (driven_at) where (status = 'REQUESTED' or hold_due is not null);

-- The trace: what became of a booking, when, and by whom ("system" where no person did it).
create table booking_change (
  change bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  booking uuid not null,
  status text not null,
  period daterange not null,
  actor text not null
);

create index change_of_booking on booking_change (booking, change);
