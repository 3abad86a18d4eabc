-- Of each account a release asks what goes back, which is little of all that was read.
CREATE INDEX "epoch_row_taken_back_payee_idx" ON "epoch_row"("payeeId") WHERE returned IS NOT NULL;
CREATE INDEX "epoch_row_taken_back_reader_idx" ON "epoch_row"("readerId") WHERE returned IS NOT NULL;
