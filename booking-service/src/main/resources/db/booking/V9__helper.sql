-- A code by which an applicant lets somebody act for them; good for a day, once.
create table help_code (
  application uuid primary key references application,
  code bytea not null,
  until timestamptz not null
);

create unique index one_application_a_code on help_code (code);
