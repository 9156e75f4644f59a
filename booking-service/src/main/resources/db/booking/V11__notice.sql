-- What people are told of their applications. It is written in the transaction of what it tells of, so
-- there is never one without the other. Nothing here names a person: where a message goes is looked up
-- in the sealed dossier when it is sent.
create table notice (
  notice uuid primary key,
  application uuid not null references application,
  kind text not null,
  -- By when something is to be done, and the day it is about, where there is one.
  until timestamptz,
  day date,
  at timestamptz not null default now()
);

create index notice_of_application on notice (application, notice);

-- However often somebody looks what is due, of each day and moment people are reminded once.
create unique index one_reminder on notice (application, kind, until, day) nulls not distinct
  where kind in ('OFFER_ENDING', 'CHECK_DUE', 'LEAVE_ENDING');

-- Who has read it: the applicant and a helper each for themselves.
create table notice_reading (
  notice uuid not null references notice,
  account uuid not null,
  at timestamptz not null default now(),
  primary key (notice, account)
);

-- A message on its way. Whoever takes it has it until "due", when it is anybody's again.
create table notice_delivery (
  notice uuid not null references notice,
  channel text not null,
  state text not null default 'WAITING',
  tries int not null default 0,
  due timestamptz default now(),
  sent_at timestamptz,
  -- What came back, without an address.
  fault text,
  primary key (notice, channel),
  constraint channel_is_known check (channel in ('EMAIL', 'SMS')),
  constraint delivery_has_a_known_state check (state in ('WAITING', 'SENT', 'UNREACHABLE', 'DEAD')),
  constraint due_while_it_waits check ((due is not null) = (state = 'WAITING'))
);

create index delivery_due on notice_delivery (channel, due) where due is not null;
create index delivery_dead on notice_delivery (channel, notice) where state = 'DEAD';

create index residence_to_remind_of_a_look on residence (look_due) where look_due is not null;
create index residence_to_remind_of_a_return on residence (until) where state = 'ON_LEAVE';
