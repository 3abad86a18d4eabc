-- AlterTable
ALTER TABLE "filter_decision" ADD COLUMN     "forgotten" BOOLEAN NOT NULL DEFAULT false;

-- What its writer takes back voids nothing by itself: else one person makes every process learn everything anew, again and again. It
-- does when the row goes.
CREATE OR REPLACE FUNCTION filter_decision_changed() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((
      SELECT min(least(was.sequence, became.sequence)) FROM was JOIN became USING (id)
      WHERE NOT (was."leftOut" AND became."leftOut") AND NOT (became.forgotten AND NOT was.forgotten)
        AND (was.sequence, was.unwanted, was."leftOut", was.text) IS DISTINCT FROM (became.sequence, became.unwanted, became."leftOut", became.text)));
    RETURN NULL;
  END $$;
