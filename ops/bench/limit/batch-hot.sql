select yardstick.book_many(
  array_fill(7, array[128]),
  array(select random(1, 9000000000000000) from generate_series(1, 128)), 1,
  array_fill(100, array[128]), 3);
