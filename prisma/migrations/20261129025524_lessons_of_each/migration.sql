-- DropIndex
DROP INDEX "filter_decision_commentId_key";

-- AlterTable
ALTER TABLE "filter_decision" ADD COLUMN     "superseded" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "filter_decision_commentId_moderatorId_key" ON "filter_decision"("commentId", "moderatorId");

-- A lesson that another took the place of was not learned, and its coming and going voids nothing.
CREATE OR REPLACE FUNCTION filter_decision_erased() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((SELECT min(sequence) FROM was WHERE NOT "leftOut" AND NOT superseded));
    RETURN NULL;
  END $$;
CREATE OR REPLACE FUNCTION filter_decision_changed() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((
      SELECT min(least(was.sequence, became.sequence)) FROM was JOIN became USING (id)
      WHERE NOT ((was."leftOut" OR was.superseded) AND (became."leftOut" OR became.superseded)) AND NOT (became.forgotten AND NOT was.forgotten)
        AND (was.sequence, was.unwanted, was."leftOut", was.superseded, was.text)
          IS DISTINCT FROM (became.sequence, became.unwanted, became."leftOut", became.superseded, became.text)));
    RETURN NULL;
  END $$;
