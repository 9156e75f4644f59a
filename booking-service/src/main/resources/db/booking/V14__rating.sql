-- What an applicant thinks of how they were served, once an application has come to something: one
-- row an application, the last word counts.
create table rating (
  application uuid primary key references application,
  operator text not null,
  grade text not null,
  at timestamptz not null default now(),
  constraint grade_is_known check (grade in ('VERY_GOOD', 'GOOD', 'FAIR', 'BAD', 'VERY_BAD'))
);

create index rating_of_operator on rating (operator, grade);
