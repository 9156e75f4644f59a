-- What is public now, a page at a time.
create index residence_in_public on residence (programme, residence) where state = 'PUBLISHED';

-- Who objected to a public result; absent where staff took the step down. One of each person.
alter table residence_step add column objector uuid;
alter table residence_step
  add constraint one_objection_a_person unique (residence, objector);
