-- The pools of a batch are of one lane of 32, as a planner's are, and each client has two lanes of its
-- own (with 16 clients): nobody waits for a lock, so this is the least.
\set lane 2 * :client_id + random(0, 1)
select yardstick.book_many(
  array(select 1 + :lane + 32 * random(0, 30) from generate_series(1, 128)),
  array(select random(1, 9000000000000000) from generate_series(1, 128)), 1,
  array(select random(1, 177) from generate_series(1, 128)), 3);
