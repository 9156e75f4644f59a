-- Who asked for which place, and what was agreed. No name stands here: the account is a number that
-- follows from (issuer, subject) of the sign-in provider.

-- What a person may still have of a programme, in nights. Whoever spends or gives back locks this one
-- row, so it also says which nights are taken: looking for an overlap among the bookings cost twice as
-- much as all the rest of writing one.
create table entitlement (
  account uuid not null,
  programme text not null,
  granted int not null,
  spent int not null,
  -- The nights of bookings that are alive, and those that were stayed.
  stays datemultirange not null default '{}',
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
  -- When somebody last began to drive it on; absent when nothing is left to be done.
  driven_at timestamptz default now(),
  constraint one_booking_a_reference unique (reference),
  constraint one_booking_a_key unique (account, idempotency_key),
  constraint booking_has_a_known_status check (status in
    ('REQUESTED', 'CONFIRMED', 'REFUSED', 'CANCELLED', 'CHECKED_IN', 'DEPARTED', 'NO_SHOW')),
  constraint hold_due_is_known check (hold_due in ('RELEASE', 'END')),
  constraint driven_while_something_is_due check
    ((driven_at is not null) = (status = 'REQUESTED' or hold_due is not null))
);

-- It says nothing of the status, on purpose: the planner would else look for the one booking it has
-- the number of among all that were lately in that status.
create index booking_to_drive on booking (driven_at) where driven_at is not null;

-- The trace: what became of a booking, when, and by whom ("system" where no person did it).
create table booking_change (
  change bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  booking uuid not null,
  status text not null,
  period daterange not null,
  actor text not null,
  primary key (booking, change)
);
