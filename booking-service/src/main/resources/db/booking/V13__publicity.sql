-- What is public now, a page at a time.
create index residence_in_public on residence (programme, residence) where state = 'PUBLISHED';
