-- What must hold and the schema language cannot say, and what the database keeps by itself.

ALTER TABLE "member"
  ADD CONSTRAINT "member_handle_check" CHECK ("handle"::text ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  ADD CONSTRAINT "member_email_check" CHECK ("email"::text ~ '^[^@\s]+@[^@\s]+$' AND length("email"::text) <= 254),
  ADD CONSTRAINT "member_name_check" CHECK (length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "member_bio_check" CHECK (length("bio") <= 2000);

ALTER TABLE "blog"
  ADD CONSTRAINT "blog_handle_check" CHECK ("handle"::text ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  ADD CONSTRAINT "blog_name_check" CHECK (length("name") BETWEEN 1 AND 80),
  ADD CONSTRAINT "blog_description_check" CHECK (length("description") <= 2000);

ALTER TABLE "blog_handle"
  ADD CONSTRAINT "blog_handle_handle_check" CHECK ("handle"::text ~ '^[a-z0-9][a-z0-9-]{1,38}$');

-- Letters of any script, digits and hyphens: nothing that would need another meaning in an address.
ALTER TABLE "post"
  ADD CONSTRAINT "post_slug_check" CHECK ("slug" ~ '^[^\s/?#%@.A-Z]{1,200}$'),
  ADD CONSTRAINT "post_published_check" CHECK ("publishedAt" IS NULL OR ("slug" IS NOT NULL AND "title" <> '' AND "firstPublishedAt" IS NOT NULL)),
  ADD CONSTRAINT "post_title_check" CHECK (length("title") <= 300),
  ADD CONSTRAINT "post_standfirst_check" CHECK (length("standfirst") <= 2000),
  ADD CONSTRAINT "post_counts_check" CHECK ("words" >= 0 AND "commentCount" >= 0 AND "reactionCount" >= 0);

ALTER TABLE "draft"
  ADD CONSTRAINT "draft_title_check" CHECK (length("title") <= 300),
  ADD CONSTRAINT "draft_version_check" CHECK ("version" >= 0);

ALTER TABLE "post_slug"
  ADD CONSTRAINT "post_slug_slug_check" CHECK ("slug" ~ '^[^\s/?#%@.A-Z]{1,200}$');

ALTER TABLE "comment"
  ADD CONSTRAINT "comment_body_check" CHECK (length("body") <= 10000 AND ("body" <> '' OR "status" IN ('withdrawn', 'removed'))),
  ADD CONSTRAINT "comment_counts_check" CHECK ("ups" >= 0 AND "downs" >= 0 AND "revision" >= 1),
  ADD CONSTRAINT "comment_parent_check" CHECK ("parentId" <> "id");

ALTER TABLE "vote" ADD CONSTRAINT "vote_value_check" CHECK ("value" IN (-1, 0, 1));

ALTER TABLE "mute" ADD CONSTRAINT "mute_other_check" CHECK ("memberId" <> "mutedId");

ALTER TABLE "media"
  ADD CONSTRAINT "media_size_check" CHECK ("width" > 0 AND "height" > 0),
  ADD CONSTRAINT "media_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

ALTER TABLE "subscription"
  ADD CONSTRAINT "subscription_email_check" CHECK ("email"::text ~ '^[^@\s]+@[^@\s]+$' AND length("email"::text) <= 254);

-- One living subscription of an address to a blog, pending or confirmed.
CREATE UNIQUE INDEX "subscription_blogId_email_living_key" ON "subscription"("blogId", "email") WHERE "endedAt" IS NULL;

-- Search: letters with and without marks, large and small, are the same. The wrappers are immutable so that an index may use them.
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT replace(public.unaccent('public.unaccent'::regdictionary, lower(normalize(said, NFC))), 'đ', 'd') $$;

CREATE FUNCTION search_vector(title text, standfirst text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT setweight(to_tsvector('simple'::regconfig, public.search_fold(title)), 'A')
    || setweight(to_tsvector('simple'::regconfig, public.search_fold(standfirst)), 'B')
    || setweight(to_tsvector('simple'::regconfig, public.search_fold(left(body, 200000))), 'C') $$;

CREATE INDEX "post_search_idx" ON "post" USING gin (search_vector("title", "standfirst", "text")) WHERE "publishedAt" IS NOT NULL;

-- By the pictures in its text: whether a picture is shown to everyone is asked each time that it is made ready to be sent.
CREATE INDEX "post_pictures_idx" ON "post" USING GIN (jsonb_path_query_array("document", '$.**.src'));

-- Nobody follows themselves.
ALTER TABLE "follow" ADD CONSTRAINT "follow_other_check" CHECK ("memberId" <> "followedId");

-- The lower end of Wilson's interval at z = 1.28155, as `lib/relevance/score.ts` has it: a test holds the two together. The
-- database keeps it with each change of what it is made of, so that no command can forget to.
CREATE FUNCTION comment_score(ups float8, downs float8, unwanted float8, replied boolean, highlighted boolean) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN ups + downs = 0 THEN 0 ELSE greatest(0, (
      ups / (ups + downs) + 1.28155 ^ 2 / (2 * (ups + downs))
        - 1.28155 * sqrt((ups * downs / (ups + downs) ^ 2 + 1.28155 ^ 2 / (4 * (ups + downs))) / (ups + downs))
    ) / (1 + 1.28155 ^ 2 / (ups + downs))) END
    - 0.5 * coalesce(unwanted, 0) + CASE WHEN replied THEN 0.1 ELSE 0 END + CASE WHEN highlighted THEN 0.2 ELSE 0 END $$;

CREATE FUNCTION keep_comment_score() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    NEW.score := public.comment_score(NEW.ups, NEW.downs + NEW."reportWeight", NEW.unwanted, NEW."writerReplied", NEW."highlightedAt" IS NOT NULL);
    RETURN NEW;
  END $$;

CREATE TRIGGER comment_score BEFORE INSERT OR UPDATE OF ups, downs, "reportWeight", unwanted, "writerReplied", "highlightedAt"
  ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_score();

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

-- Since when a comment is shown.
CREATE FUNCTION keep_comment_shown() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.status <> 'visible' THEN
      NEW."shownAt" := NULL;
    ELSIF TG_OP = 'INSERT' THEN
      NEW."shownAt" := NEW."createdAt";
    ELSIF OLD.status <> 'visible' THEN
      NEW."shownAt" := clock_timestamp();
    END IF;
    RETURN NEW;
  END $$;

CREATE TRIGGER comment_shown BEFORE INSERT OR UPDATE OF status ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_shown();

-- The text of each comment once more, beside what it is looked for by.
CREATE FUNCTION keep_comment_text() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    INSERT INTO public.comment_text ("commentId", "blogId", "createdAt", body)
      SELECT NEW.id, "blogId", NEW."createdAt", NEW.body FROM public.post WHERE id = NEW."postId"
      ON CONFLICT ("commentId") DO UPDATE SET "createdAt" = excluded."createdAt", body = excluded.body;
    RETURN NULL;
  END $$;

CREATE TRIGGER comment_text AFTER INSERT OR UPDATE OF body, "createdAt" ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_text();

-- So that somebody's votes in a thread are found without all others that they ever gave.
CREATE FUNCTION fill_vote_post() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    SELECT "postId" INTO NEW."postId" FROM public.comment WHERE id = NEW."commentId";
    RETURN NEW;
  END $$;

CREATE TRIGGER vote_post BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION fill_vote_post();

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

-- So that the events of a blog are found, whatever they are about.
CREATE FUNCTION fill_event_blog() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    NEW."underBlogId" := coalesce(
      NEW."blogId",
      (SELECT "blogId" FROM public.post WHERE id = NEW."postId"),
      (SELECT p."blogId" FROM public.comment c JOIN public.post p ON p.id = c."postId" WHERE c.id = NEW."commentId"));
    RETURN NEW;
  END $$;

CREATE TRIGGER event_blog BEFORE INSERT ON moderation_event FOR EACH ROW EXECUTE FUNCTION fill_event_blog();

-- How often what was learned was voided: one row.
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

-- A lesson that another took the place of was not learned, and its coming and going voids nothing.
CREATE FUNCTION filter_decision_erased() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((SELECT min(sequence) FROM was WHERE NOT "leftOut" AND NOT superseded));
    RETURN NULL;
  END $$;

-- What its writer takes back voids nothing by itself: else one person makes every process learn everything anew, again and again. It
-- does when the row goes.
CREATE FUNCTION filter_decision_changed() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM public.filter_rewritten((
      SELECT min(least(was.sequence, became.sequence)) FROM was JOIN became USING (id)
      WHERE NOT ((was."leftOut" OR was.superseded) AND (became."leftOut" OR became.superseded)) AND NOT (became.forgotten AND NOT was.forgotten)
        AND (was.sequence, was.unwanted, was."leftOut", was.superseded, was.text)
          IS DISTINCT FROM (became.sequence, became.unwanted, became."leftOut", became.superseded, became.text)));
    RETURN NULL;
  END $$;

CREATE TRIGGER filter_decision_erased AFTER DELETE ON filter_decision
  REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION filter_decision_erased();

CREATE TRIGGER filter_decision_changed AFTER UPDATE ON filter_decision
  REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION filter_decision_changed();
