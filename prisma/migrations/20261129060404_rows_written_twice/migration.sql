-- What a division adds to a row, once, goes beside it: without room there each row would get new entries in every index.
ALTER TABLE epoch_row SET (fillfactor = 50);
ALTER TABLE epoch_reader SET (fillfactor = 50);
ALTER TABLE epoch_payee SET (fillfactor = 50);
