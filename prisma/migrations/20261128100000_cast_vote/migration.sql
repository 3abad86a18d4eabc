-- Votes are cast in one call: one way there and back, and the comment is held for as long as one statement after another takes here.
ALTER TABLE "vote" DROP COLUMN "was";
CREATE INDEX "member_createdAt_idx" ON "member"("createdAt");

-- Accounts are looked at for having been made together when they vote while they are younger than `young`. Made within `made` of each
-- other, and voting within `came` of each other: as one, until a moderator says otherwise.
CREATE FUNCTION votes_together(OUT young interval, OUT made interval, OUT came interval) LANGUAGE sql IMMUTABLE
AS $$ SELECT interval '90 days', interval '1 hour', interval '10 minutes' $$;

-- Whether each vote of these members on a comment (null: of all who vote on it) counts: not where another of its kind came before it, in
-- time and from an account of its age.
CREATE FUNCTION judged_votes(on_comment uuid, of_members uuid[])
RETURNS TABLE ("memberId" uuid, value smallint, counted boolean, counts boolean) LANGUAGE sql STABLE
AS $$
  SELECT v."memberId", v.value, v.counted, c."votesTrusted" OR m."createdAt" <= v."createdAt" - t.young OR (
      SELECT true FROM member n JOIN vote b ON b."memberId" = n.id
      WHERE b."commentId" = v."commentId" AND b.value = v.value AND n."createdAt" > b."createdAt" - t.young
        AND b."createdAt" > v."createdAt" - t.came AND b."createdAt" <= v."createdAt"
        AND (b."createdAt", b."memberId") < (v."createdAt", v."memberId")
        AND n."createdAt" > m."createdAt" - t.made AND n."createdAt" < m."createdAt" + t.made LIMIT 1) IS NULL
  FROM votes_together() t, vote v JOIN member m ON m.id = v."memberId" JOIN comment c ON c.id = v."commentId"
  WHERE v."commentId" = on_comment AND CASE WHEN of_members IS NULL THEN v.value <> 0 ELSE v."memberId" = ANY (of_members) END
$$;

-- Sets somebody's vote on a comment to up (1), down (-1) or none (0). The counts move by what really changed: by the vote, and by those of
-- accounts made together with this one that it keeps from counting or lets count. Answers with `gone`, `same` or `cast`.
CREATE FUNCTION cast_vote(on_comment uuid, by_member uuid, given smallint) RETURNS text LANGUAGE plpgsql
AS $$
DECLARE
  t record;
  was vote%ROWTYPE;
  had int;
  joined timestamptz;
  cast_at timestamptz;
  others uuid[];
BEGIN
  -- First the comment, as whoever counts its votes anew does; what follows sees all that was done before it was held.
  PERFORM FROM comment WHERE id = on_comment AND status = 'visible' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  SELECT * INTO was FROM vote WHERE "commentId" = on_comment AND "memberId" = by_member;
  IF coalesce(was.value, 0) = given THEN RETURN 'same'; END IF;
  INSERT INTO vote ("commentId", "memberId", value) VALUES (on_comment, by_member, given)
    ON CONFLICT ("commentId", "memberId") DO UPDATE SET value = excluded.value, "createdAt" = excluded."createdAt", counted = true
    RETURNING "createdAt" INTO cast_at;
  had := CASE WHEN was.counted THEN was.value ELSE 0 END;
  SELECT "createdAt" INTO joined FROM member WHERE id = by_member;
  SELECT * INTO t FROM votes_together();
  IF joined <= least(cast_at, was."createdAt") - t.young THEN
    UPDATE comment SET ups = ups + (given = 1)::int - (had = 1)::int, downs = downs + (given = -1)::int - (had = -1)::int
      WHERE id = on_comment;
    RETURN 'cast';
  END IF;
  others := ARRAY(
    SELECT n.id FROM member n JOIN vote b ON b."memberId" = n.id
    WHERE n."createdAt" > joined - t.made AND n."createdAt" < joined + t.made AND n.id <> by_member
      AND b."commentId" = on_comment AND b.value <> 0 AND n."createdAt" > b."createdAt" - t.young
      AND (b."createdAt" BETWEEN cast_at AND cast_at + t.came OR b."createdAt" BETWEEN was."createdAt" AND was."createdAt" + t.came));
  WITH judged AS (SELECT * FROM judged_votes(on_comment, others || by_member)),
    marked AS (
      UPDATE vote SET counted = judged.counts FROM judged
      WHERE vote."commentId" = on_comment AND vote."memberId" = judged."memberId" AND vote.counted <> judged.counts),
    step AS (
      SELECT coalesce(sum((counts AND value = 1)::int - (before = 1)::int), 0) AS ups,
        coalesce(sum((counts AND value = -1)::int - (before = -1)::int), 0) AS downs
      FROM (SELECT value, counts, CASE WHEN "memberId" = by_member THEN had WHEN counted THEN value ELSE 0 END AS before FROM judged) each)
  UPDATE comment SET ups = comment.ups + step.ups, downs = comment.downs + step.downs FROM step WHERE id = on_comment;
  RETURN 'cast';
END $$;
