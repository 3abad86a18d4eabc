-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "repeatKey" TEXT;

-- CreateTable
CREATE TABLE "filter_decision" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "moderatorId" UUID,
    "sequence" INTEGER NOT NULL,
    "unwanted" BOOLEAN NOT NULL,
    "leftOut" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "repeats" INTEGER NOT NULL,
    "similarity" DOUBLE PRECISION,
    "accountDays" DOUBLE PRECISION,
    "probability" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filter_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filter_history" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL DEFAULT 0,
    "rewrites" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "filter_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filter_model" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rewrites" INTEGER NOT NULL,
    "upTo" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filter_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filter_left_out" (
    "moderatorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filter_left_out_pkey" PRIMARY KEY ("moderatorId")
);

-- CreateIndex
CREATE UNIQUE INDEX "filter_decision_commentId_key" ON "filter_decision"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "filter_decision_sequence_key" ON "filter_decision"("sequence");

-- CreateIndex
CREATE INDEX "filter_decision_moderatorId_idx" ON "filter_decision"("moderatorId");

-- CreateIndex
CREATE UNIQUE INDEX "filter_model_rewrites_upTo_version_key" ON "filter_model"("rewrites", "upTo", "version");

-- CreateIndex
CREATE INDEX "comment_repeatKey_createdAt_idx" ON "comment"("repeatKey", "createdAt");

-- AddForeignKey
ALTER TABLE "filter_decision" ADD CONSTRAINT "filter_decision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_decision" ADD CONSTRAINT "filter_decision_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_left_out" ADD CONSTRAINT "filter_left_out_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO filter_history (id) VALUES (1);
ALTER TABLE filter_history ADD CONSTRAINT filter_history_one CHECK (id = 1);
ALTER TABLE filter_decision
  ADD CONSTRAINT filter_decision_numbers CHECK (repeats >= 0 AND similarity BETWEEN 0 AND 1 AND probability BETWEEN 0 AND 1);

-- A decision that is erased or changed was perhaps learned. The database itself says so, whoever erases it and by whatever cascade:
-- what was learned from it on is void, and what was learned before it stays good.
CREATE FUNCTION filter_rewritten(since integer) RETURNS void LANGUAGE plpgsql
  AS $$ DECLARE count integer; BEGIN
    IF since IS NULL THEN RETURN; END IF;
    UPDATE public.filter_history SET rewrites = rewrites + 1 RETURNING rewrites INTO count;
    DELETE FROM public.filter_model WHERE "upTo" >= since;
    UPDATE public.filter_model SET rewrites = count WHERE rewrites = count - 1;
  END $$;
CREATE FUNCTION filter_decision_erased() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((SELECT min(sequence) FROM was WHERE NOT "leftOut"));
    RETURN NULL;
  END $$;
CREATE FUNCTION filter_decision_changed() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((
      SELECT min(least(was.sequence, became.sequence)) FROM was JOIN became USING (id)
      WHERE NOT (was."leftOut" AND became."leftOut")
        AND (was.sequence, was.unwanted, was."leftOut", was.text) IS DISTINCT FROM (became.sequence, became.unwanted, became."leftOut", became.text)));
    RETURN NULL;
  END $$;
CREATE TRIGGER filter_decision_erased AFTER DELETE ON filter_decision
  REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION filter_decision_erased();
CREATE TRIGGER filter_decision_changed AFTER UPDATE ON filter_decision
  REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION filter_decision_changed();
