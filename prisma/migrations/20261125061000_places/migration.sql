-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "answers" INTEGER NOT NULL DEFAULT 0;

WITH RECURSIVE placed AS (
    SELECT id, "parentId" FROM comment WHERE status = 'visible'
    UNION
    SELECT c.id, c."parentId" FROM placed JOIN comment c ON c.id = placed."parentId")
UPDATE comment SET answers = below.answers
FROM (SELECT "parentId" AS id, count(*) AS answers FROM placed WHERE "parentId" IS NOT NULL GROUP BY 1) below
WHERE comment.id = below.id;

-- A comment has a place while it is shown or has an answer with a place. Whoever moves a status holds the comment, and from here on
-- those above it, the lowest first, for as long as one of them wins or loses its own place by it.
CREATE FUNCTION keep_comment_answers() RETURNS trigger LANGUAGE plpgsql
  AS $$ DECLARE
    above uuid;
    step int;
    next uuid;
    turned boolean;
  BEGIN
    IF TG_OP = 'DELETE' THEN
      above := OLD."parentId";
      step := -1;
    ELSE
      above := NEW."parentId";
      step := CASE WHEN NEW.status = 'visible' THEN 1 ELSE -1 END;
    END IF;
    WHILE above IS NOT NULL LOOP
      UPDATE public.comment SET answers = answers + step WHERE id = above
        RETURNING "parentId", status <> 'visible' AND answers = (step + 1) / 2 INTO next, turned;
      above := CASE WHEN turned THEN next END;
    END LOOP;
    RETURN NULL;
  END $$;
CREATE TRIGGER comment_comes AFTER INSERT ON comment FOR EACH ROW
  WHEN (NEW.status = 'visible') EXECUTE FUNCTION keep_comment_answers();
CREATE TRIGGER comment_moves AFTER UPDATE OF status ON comment FOR EACH ROW
  WHEN ((OLD.status = 'visible') <> (NEW.status = 'visible') AND NEW.answers = 0) EXECUTE FUNCTION keep_comment_answers();
CREATE TRIGGER comment_goes AFTER DELETE ON comment FOR EACH ROW
  WHEN (OLD.status = 'visible' OR OLD.answers > 0) EXECUTE FUNCTION keep_comment_answers();
