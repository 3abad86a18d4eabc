-- Text that people compare without regard to case.
CREATE EXTENSION IF NOT EXISTS citext;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "SiteRole" AS ENUM ('member', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('sign_in', 'become_admin');

-- CreateEnum
CREATE TYPE "BlogRole" AS ENUM ('owner', 'editor', 'writer', 'moderator');

-- CreateEnum
CREATE TYPE "BlogColour" AS ENUM ('ember', 'sea', 'moss', 'plum', 'ochre', 'slate');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('held', 'visible', 'rejected', 'removed', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('spam', 'unkind', 'off_topic', 'illegal', 'other');

-- CreateTable
CREATE TABLE "site_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "handle" CITEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "role" "SiteRole" NOT NULL DEFAULT 'member',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oauth_account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "email" CITEXT,
    "tokenHash" TEXT,
    "next" TEXT NOT NULL DEFAULT '/',
    "language" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mute" (
    "memberId" UUID NOT NULL,
    "mutedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mute_pkey" PRIMARY KEY ("memberId","mutedId")
);

-- CreateTable
CREATE TABLE "limit_counter" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "limit_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "blog" (
    "id" UUID NOT NULL,
    "handle" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "colour" "BlogColour" NOT NULL DEFAULT 'slate',
    "submissionKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blog_handle" (
    "handle" CITEXT NOT NULL,
    "blogId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blog_handle_pkey" PRIMARY KEY ("handle")
);

-- CreateTable
CREATE TABLE "blog_member" (
    "blogId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" "BlogRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blog_member_pkey" PRIMARY KEY ("blogId","memberId")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "parentId" UUID,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "status" "CommentStatus" NOT NULL,
    "submissionKey" UUID NOT NULL,
    "ups" INTEGER NOT NULL DEFAULT 0,
    "downs" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "commentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("commentId","revision")
);

-- CreateTable
CREATE TABLE "vote" (
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "value" SMALLINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("commentId","memberId")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "memberId" UUID,
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_event" (
    "id" UUID NOT NULL,
    "commentId" UUID,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "rule" TEXT NOT NULL DEFAULT '',
    "ruleVersion" INTEGER NOT NULL DEFAULT 1,
    "byMachine" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "fromStatus" "CommentStatus",
    "toStatus" "CommentStatus",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "authorId" UUID,
    "slug" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "standfirst" TEXT NOT NULL DEFAULT '',
    "document" JSONB NOT NULL DEFAULT '{"type":"doc","content":[]}',
    "text" TEXT NOT NULL DEFAULT '',
    "words" INTEGER NOT NULL DEFAULT 0,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "coverId" UUID,
    "coverAlt" TEXT NOT NULL DEFAULT '',
    "coverCaption" TEXT NOT NULL DEFAULT '',
    "coverCredit" TEXT NOT NULL DEFAULT '',
    "submissionKey" UUID NOT NULL,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "reactionCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "postId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "standfirst" TEXT NOT NULL DEFAULT '',
    "document" JSONB NOT NULL DEFAULT '{"type":"doc","content":[]}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "coverId" UUID,
    "coverAlt" TEXT NOT NULL DEFAULT '',
    "coverCaption" TEXT NOT NULL DEFAULT '',
    "coverCredit" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "post_slug" (
    "blogId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "postId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_slug_pkey" PRIMARY KEY ("blogId","slug")
);

-- CreateTable
CREATE TABLE "reaction" (
    "postId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "bookmark" (
    "postId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bookmark_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "memberId" UUID,
    "language" TEXT NOT NULL DEFAULT 'en',
    "consentedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consentAddress" TEXT NOT NULL DEFAULT '',
    "consentWords" TEXT NOT NULL,
    "confirmTokenHash" TEXT,
    "confirmExpiresAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "member_handle_key" ON "member"("handle");

-- CreateIndex
CREATE INDEX "oauth_account_memberId_idx" ON "oauth_account"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "session_tokenHash_key" ON "session"("tokenHash");

-- CreateIndex
CREATE INDEX "session_memberId_idx" ON "session"("memberId");

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_tokenHash_key" ON "one_time_link"("tokenHash");

-- CreateIndex
CREATE INDEX "one_time_link_email_idx" ON "one_time_link"("email");

-- CreateIndex
CREATE INDEX "one_time_link_expiresAt_idx" ON "one_time_link"("expiresAt");

-- CreateIndex
CREATE INDEX "mute_mutedId_idx" ON "mute"("mutedId");

-- CreateIndex
CREATE INDEX "limit_counter_expire_idx" ON "limit_counter"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "blog_handle_key" ON "blog"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "blog_submissionKey_key" ON "blog"("submissionKey");

-- CreateIndex
CREATE INDEX "blog_handle_blogId_idx" ON "blog_handle"("blogId");

-- CreateIndex
CREATE INDEX "blog_member_memberId_idx" ON "blog_member"("memberId");

-- CreateIndex
CREATE INDEX "comment_postId_status_createdAt_idx" ON "comment"("postId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "comment_parentId_idx" ON "comment"("parentId");

-- CreateIndex
CREATE INDEX "comment_authorId_createdAt_idx" ON "comment"("authorId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "comment_authorId_submissionKey_key" ON "comment"("authorId", "submissionKey");

-- CreateIndex
CREATE INDEX "vote_memberId_idx" ON "vote"("memberId");

-- CreateIndex
CREATE INDEX "media_ownerId_idx" ON "media"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE INDEX "report_memberId_idx" ON "report"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "report_commentId_revision_memberId_key" ON "report"("commentId", "revision", "memberId");

-- CreateIndex
CREATE INDEX "moderation_event_commentId_createdAt_idx" ON "moderation_event"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "moderation_event_actorId_idx" ON "moderation_event"("actorId");

-- CreateIndex
CREATE INDEX "moderation_event_createdAt_idx" ON "moderation_event"("createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "post_submissionKey_key" ON "post"("submissionKey");

-- CreateIndex
CREATE INDEX "post_blogId_publishedAt_idx" ON "post"("blogId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "post_publishedAt_idx" ON "post"("publishedAt" DESC);

-- CreateIndex
CREATE INDEX "post_authorId_idx" ON "post"("authorId");

-- CreateIndex
CREATE INDEX "post_coverId_idx" ON "post"("coverId");

-- CreateIndex
CREATE INDEX "post_tags_idx" ON "post" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "post_blogId_slug_key" ON "post"("blogId", "slug");

-- CreateIndex
CREATE INDEX "draft_coverId_idx" ON "draft"("coverId");

-- CreateIndex
CREATE INDEX "post_slug_postId_idx" ON "post_slug"("postId");

-- CreateIndex
CREATE INDEX "reaction_memberId_idx" ON "reaction"("memberId");

-- CreateIndex
CREATE INDEX "bookmark_memberId_idx" ON "bookmark"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_confirmTokenHash_key" ON "subscription"("confirmTokenHash");

-- CreateIndex
CREATE INDEX "subscription_blogId_confirmedAt_idx" ON "subscription"("blogId", "confirmedAt");

-- CreateIndex
CREATE INDEX "subscription_email_idx" ON "subscription"("email");

-- CreateIndex
CREATE INDEX "subscription_memberId_idx" ON "subscription"("memberId");

-- AddForeignKey
ALTER TABLE "oauth_account" ADD CONSTRAINT "oauth_account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_mutedId_fkey" FOREIGN KEY ("mutedId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blog_handle" ADD CONSTRAINT "blog_handle_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blog_member" ADD CONSTRAINT "blog_member_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blog_member" ADD CONSTRAINT "blog_member_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_slug" ADD CONSTRAINT "post_slug_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Below: what must hold and the schema language cannot say.
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

ALTER TABLE "vote" ADD CONSTRAINT "vote_value_check" CHECK ("value" IN (-1, 1));

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
