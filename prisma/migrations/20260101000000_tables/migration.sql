-- What prisma/schema says, as it is written by `npm run db:new`. What it cannot say follows in the next files.

-- Text that people compare without regard to case.
CREATE EXTENSION IF NOT EXISTS citext;
-- Texts that are nearly the same.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "SiteRole" AS ENUM ('member', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('sign_in', 'become_admin');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('upheld', 'reversed', 'released', 'undone', 'with_ban', 'withdrawn');

-- CreateEnum
CREATE TYPE "BlogRole" AS ENUM ('owner', 'editor', 'writer', 'moderator');

-- CreateEnum
CREATE TYPE "BlogColour" AS ENUM ('ember', 'sea', 'moss', 'plum', 'ochre', 'slate');

-- CreateEnum
CREATE TYPE "FilterLevel" AS ENUM ('off', 'light', 'standard', 'strict');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('held', 'visible', 'rejected', 'removed', 'withdrawn');

-- CreateEnum
CREATE TYPE "DisputeOutcome" AS ENUM ('upheld', 'declined');

-- CreateEnum
CREATE TYPE "EpochState" AS ENUM ('running', 'frozen', 'divided', 'allocated', 'released');

-- CreateEnum
CREATE TYPE "PoolKind" AS ENUM ('main', 'quarantine');

-- CreateEnum
CREATE TYPE "HoldOutcome" AS ENUM ('cleared', 'confirmed');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('spam', 'unkind', 'off_topic', 'illegal', 'other');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('upheld', 'dismissed', 'abusive');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('reply', 'mention', 'decision', 'dispute');

-- CreateEnum
CREATE TYPE "PayoutState" AS ENUM ('requested', 'held', 'reserved', 'submitted', 'settled', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('open', 'closed', 'locked');

-- CreateEnum
CREATE TYPE "ProofKind" AS ENUM ('phone', 'card', 'identity', 'passkey');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('limited', 'suspended', 'banned');

-- CreateEnum
CREATE TYPE "SweepState" AS ENUM ('running', 'done', 'undoing', 'undone');

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "handle" CITEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "measured" BOOLEAN,
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
CREATE TABLE "follow" (
    "memberId" UUID NOT NULL,
    "followedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("memberId","followedId")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tags" TEXT[],

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limit_counter" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "limit_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "outcome" "AppealOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "settledById" UUID,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blog" (
    "id" UUID NOT NULL,
    "handle" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "colour" "BlogColour" NOT NULL DEFAULT 'slate',
    "filterLevel" "FilterLevel" NOT NULL DEFAULT 'standard',
    "submissionKey" UUID NOT NULL,
    "establishedAt" TIMESTAMPTZ(3),
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
    "reportWeight" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "unwanted" DOUBLE PRECISION,
    "repeatKey" TEXT,
    "writerReplied" BOOLEAN NOT NULL DEFAULT false,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "votesTrusted" BOOLEAN NOT NULL DEFAULT false,
    "highlightedAt" TIMESTAMPTZ(3),
    "pinnedAt" TIMESTAMPTZ(3),
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_text" (
    "commentId" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "comment_text_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "thread_order" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "ids" UUID[],
    "filtered" INTEGER NOT NULL,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "commentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "marked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("commentId","revision")
);

-- CreateTable
CREATE TABLE "vote" (
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "value" SMALLINT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "postId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("commentId","memberId")
);

-- CreateTable
CREATE TABLE "earning_dispute" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "DisputeOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "paid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "earning_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_correction" (
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "disputeId" UUID,
    "seconds" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "reward" BIGINT NOT NULL,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "earning_correction_pkey" PRIMARY KEY ("readerId","postId")
);

-- CreateTable
CREATE TABLE "point_worth" (
    "id" UUID NOT NULL,
    "value" BIGINT,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,

    CONSTRAINT "point_worth_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_rule" (
    "version" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "numbers" JSONB NOT NULL,

    CONSTRAINT "earning_rule_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "earning_event" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "epoch" INTEGER,
    "version" INTEGER,
    "actorId" UUID,
    "byItself" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "earning_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch" (
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "EpochState" NOT NULL DEFAULT 'running',
    "ruleVersion" INTEGER NOT NULL,
    "readingVersion" INTEGER NOT NULL,
    "secret" TEXT,
    "reached" UUID,
    "chunk" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "leftOut" JSONB NOT NULL DEFAULT '{}',
    "frozenAt" TIMESTAMPTZ(3),
    "dividedAt" TIMESTAMPTZ(3),
    "allocatedAt" TIMESTAMPTZ(3),
    "reviewedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "epoch_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "epoch_pool" (
    "epoch" INTEGER NOT NULL,
    "kind" "PoolKind" NOT NULL,
    "pool" BIGINT NOT NULL,
    "paid" BIGINT,
    "carry" BIGINT,
    "gammaOver" BIGINT,
    "gammaUnder" BIGINT,
    "shareOver" BIGINT,
    "shareUnder" BIGINT,
    "readers" INTEGER NOT NULL,
    "payees" INTEGER NOT NULL,
    "inputHash" TEXT NOT NULL,
    "outputHash" TEXT,

    CONSTRAINT "epoch_pool_pkey" PRIMARY KEY ("epoch","kind")
);

-- CreateTable
CREATE TABLE "epoch_reader" (
    "id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "pool" "PoolKind" NOT NULL,
    "memberId" UUID,
    "account" UUID,
    "tier" TEXT NOT NULL,
    "budget" BIGINT NOT NULL,
    "contribution" BIGINT NOT NULL DEFAULT 0,
    "reward" BIGINT NOT NULL DEFAULT 0,
    "holdId" UUID,

    CONSTRAINT "epoch_reader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch_payee" (
    "id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "pool" "PoolKind" NOT NULL,
    "memberId" UUID,
    "account" UUID NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "epoch_payee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch_row" (
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "payeeId" UUID,
    "seconds" INTEGER NOT NULL,
    "left" JSONB NOT NULL DEFAULT '[]',
    "amount" BIGINT NOT NULL DEFAULT 0,
    "reward" BIGINT NOT NULL DEFAULT 0,
    "returned" TEXT,

    CONSTRAINT "epoch_row_pkey" PRIMARY KEY ("readerId","postId")
);

-- CreateTable
CREATE TABLE "epoch_post" (
    "epoch" INTEGER NOT NULL,
    "postId" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "authorId" UUID,

    CONSTRAINT "epoch_post_pkey" PRIMARY KEY ("epoch","postId")
);

-- CreateTable
CREATE TABLE "epoch_share" (
    "epoch" INTEGER NOT NULL,
    "account" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "chunk" INTEGER NOT NULL,

    CONSTRAINT "epoch_share_pkey" PRIMARY KEY ("epoch","account")
);

-- CreateTable
CREATE TABLE "earning_account" (
    "memberId" UUID NOT NULL,
    "code" UUID NOT NULL,

    CONSTRAINT "earning_account_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "earning_hold" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byMachine" BOOLEAN NOT NULL,
    "ruleVersion" INTEGER NOT NULL DEFAULT 0,
    "evidence" JSONB,
    "marks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "HoldOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "earning_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_link" (
    "id" UUID NOT NULL,
    "oneId" UUID,
    "otherId" UUID,
    "ground" TEXT NOT NULL,
    "shared" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),
    "judged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "earning_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transactions" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "sealed" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ledger_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filter_decision" (
    "id" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "moderatorId" UUID,
    "sequence" INTEGER NOT NULL,
    "unwanted" BOOLEAN,
    "leftOut" BOOLEAN NOT NULL DEFAULT false,
    "superseded" BOOLEAN NOT NULL DEFAULT false,
    "forgotten" BOOLEAN NOT NULL DEFAULT false,
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

-- CreateTable
CREATE TABLE "site_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_secret_pkey" PRIMARY KEY ("name")
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
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "known" BOOLEAN NOT NULL DEFAULT false,
    "resolvedAt" TIMESTAMPTZ(3),
    "outcome" "ReportOutcome",
    "settledById" UUID,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_event" (
    "id" UUID NOT NULL,
    "commentId" UUID,
    "postId" UUID,
    "personId" UUID,
    "blogId" UUID,
    "underBlogId" UUID,
    "sanctionId" UUID,
    "sweepId" UUID,
    "holdId" UUID,
    "linkId" UUID,
    "actorId" UUID,
    "seq" SERIAL NOT NULL,
    "action" TEXT NOT NULL,
    "rule" TEXT NOT NULL DEFAULT '',
    "ruleVersion" INTEGER NOT NULL DEFAULT 1,
    "byMachine" BOOLEAN NOT NULL DEFAULT false,
    "byRole" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "fromStatus" "CommentStatus",
    "toStatus" "CommentStatus",
    "setAside" DOUBLE PRECISION,
    "batchId" UUID,
    "undoesId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_look" (
    "memberId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_look_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "phrase_list" (
    "id" UUID NOT NULL,
    "blogId" UUID,
    "version" INTEGER NOT NULL,
    "banned" TEXT[],
    "suspect" TEXT[],
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phrase_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "commentId" UUID,
    "eventId" UUID,
    "disputeId" UUID,
    "kind" "NotificationKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_setting" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,
    "worth" BIGINT NOT NULL,
    "minimum" BIGINT NOT NULL,
    "dailyCap" BIGINT NOT NULL,
    "identity" BOOLEAN NOT NULL,
    "taxForm" BOOLEAN NOT NULL,
    "countries" TEXT[],
    "firstLooked" BOOLEAN NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "account" UUID NOT NULL,
    "key" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "settingId" UUID NOT NULL,
    "state" "PayoutState" NOT NULL,
    "points" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "destination" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_event" (
    "payoutId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "from" "PayoutState",
    "to" "PayoutState" NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_event_pkey" PRIMARY KEY ("payoutId","nth")
);

-- CreateTable
CREATE TABLE "payout_submission" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "lastHeight" BIGINT,
    "slot" BIGINT,
    "refusal" TEXT,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_item" (
    "submissionId" UUID NOT NULL,
    "payoutId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "opens" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "payout_item_pkey" PRIMARY KEY ("submissionId","payoutId")
);

-- CreateTable
CREATE TABLE "payout_destination" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usableFrom" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_destination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_challenge" (
    "nonce" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_challenge_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "payout_country" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_country_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_tax_form" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "there" BOOLEAN NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_tax_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_fault" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "clearedAt" TIMESTAMPTZ(3),
    "clearedById" UUID,

    CONSTRAINT "payout_fault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_reconciliation" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "treasury" BIGINT,
    "book" BIGINT,
    "settled" BIGINT NOT NULL,
    "open" INTEGER NOT NULL,
    "clearing" BIGINT NOT NULL,
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "payout_reconciliation_pkey" PRIMARY KEY ("id")
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
    "threadState" "ThreadState" NOT NULL DEFAULT 'open',
    "slowSeconds" INTEGER NOT NULL DEFAULT 0,
    "slowReason" TEXT NOT NULL DEFAULT '',
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
CREATE TABLE "proof" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "ProofKind" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byId" UUID,
    "callId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "wrong" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_session" (
    "id" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocks" INTEGER NOT NULL,
    "seen" int4multirange NOT NULL DEFAULT '{}'::int4multirange,
    "gaps" INTEGER NOT NULL DEFAULT 0,
    "gapSum" BIGINT NOT NULL DEFAULT 0,
    "gapSquares" BIGINT NOT NULL DEFAULT 0,
    "trace" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "reading_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_beat" (
    "readerId" UUID NOT NULL,
    "slot" BIGINT NOT NULL,
    "sessionId" UUID NOT NULL,

    CONSTRAINT "reading_beat_pkey" PRIMARY KEY ("readerId","slot")
);

-- CreateTable
CREATE TABLE "reading_sum" (
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "beganAt" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER NOT NULL,
    "blocks" INTEGER NOT NULL,
    "seen" int4multirange NOT NULL,

    CONSTRAINT "reading_sum_pkey" PRIMARY KEY ("readerId","postId","day")
);

-- CreateTable
CREATE TABLE "post_reading" (
    "postId" UUID NOT NULL,
    "through" TEXT NOT NULL,
    "readers" INTEGER NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "post_reading_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "sanction" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "blogId" UUID,
    "kind" "SanctionKind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "barred_address" (
    "hash" TEXT NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" "ReportReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "barred_address_pkey" PRIMARY KEY ("hash")
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

-- CreateTable
CREATE TABLE "sweep" (
    "id" UUID NOT NULL,
    "sanctionId" UUID,
    "memberId" UUID,
    "blogId" UUID,
    "byId" UUID,
    "byRole" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "days" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" "SweepState" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "reached" UUID,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "member_handle_key" ON "member"("handle");

-- CreateIndex
CREATE INDEX "member_createdAt_idx" ON "member"("createdAt");

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
CREATE INDEX "follow_followedId_idx" ON "follow"("followedId");

-- CreateIndex
CREATE INDEX "limit_counter_expire_idx" ON "limit_counter"("expire");

-- CreateIndex
CREATE INDEX "erasure_at_idx" ON "erasure"("at");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_eventId_key" ON "appeal"("eventId");

-- CreateIndex
CREATE INDEX "appeal_memberId_idx" ON "appeal"("memberId");

-- CreateIndex
CREATE INDEX "appeal_decidedById_idx" ON "appeal"("decidedById");

-- CreateIndex
CREATE INDEX "appeal_settledById_idx" ON "appeal"("settledById");

-- CreateIndex
CREATE INDEX "appeal_outcome_createdAt_idx" ON "appeal"("outcome", "createdAt");

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
CREATE INDEX "comment_postId_shownAt_idx" ON "comment"("postId", "shownAt");

-- CreateIndex
CREATE INDEX "comment_postId_parentId_createdAt_id_idx" ON "comment"("postId", "parentId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_parentId_score_id_idx" ON "comment"("parentId", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "comment_authorId_createdAt_idx" ON "comment"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "comment_postId_authorId_idx" ON "comment"("postId", "authorId");

-- CreateIndex
CREATE INDEX "comment_repeatKey_createdAt_idx" ON "comment"("repeatKey", "createdAt");

-- CreateIndex
CREATE INDEX "comment_status_createdAt_id_idx" ON "comment"("status", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_authorId_submissionKey_key" ON "comment"("authorId", "submissionKey");

-- CreateIndex
CREATE INDEX "comment_text_createdAt_commentId_idx" ON "comment_text"("createdAt", "commentId");

-- CreateIndex
CREATE INDEX "comment_text_blogId_createdAt_commentId_idx" ON "comment_text"("blogId", "createdAt", "commentId");

-- CreateIndex
CREATE INDEX "comment_text_body_idx" ON "comment_text" USING GIN ("body" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "thread_order_postId_createdAt_idx" ON "thread_order"("postId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "vote_memberId_postId_idx" ON "vote"("memberId", "postId");

-- CreateIndex
CREATE INDEX "vote_commentId_createdAt_idx" ON "vote"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "earning_dispute_epoch_idx" ON "earning_dispute"("epoch");

-- CreateIndex
CREATE INDEX "earning_dispute_answeredById_idx" ON "earning_dispute"("answeredById");

-- CreateIndex
CREATE INDEX "earning_dispute_outcome_createdAt_idx" ON "earning_dispute"("outcome", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "earning_dispute_memberId_epoch_line_key" ON "earning_dispute"("memberId", "epoch", "line");

-- CreateIndex
CREATE INDEX "earning_correction_disputeId_idx" ON "earning_correction"("disputeId");

-- CreateIndex
CREATE INDEX "point_worth_byId_idx" ON "point_worth"("byId");

-- CreateIndex
CREATE INDEX "earning_rule_startsAt_idx" ON "earning_rule"("startsAt");

-- CreateIndex
CREATE INDEX "earning_event_actorId_idx" ON "earning_event"("actorId");

-- CreateIndex
CREATE INDEX "earning_event_action_id_idx" ON "earning_event"("action", "id");

-- CreateIndex
CREATE UNIQUE INDEX "earning_event_epoch_action_key" ON "earning_event"("epoch", "action");

-- CreateIndex
CREATE UNIQUE INDEX "earning_event_version_action_key" ON "earning_event"("version", "action");

-- CreateIndex
CREATE UNIQUE INDEX "epoch_startsAt_key" ON "epoch"("startsAt");

-- CreateIndex
CREATE INDEX "epoch_state_idx" ON "epoch"("state");

-- CreateIndex
CREATE INDEX "epoch_ruleVersion_idx" ON "epoch"("ruleVersion");

-- CreateIndex
CREATE INDEX "epoch_reader_epoch_pool_id_idx" ON "epoch_reader"("epoch", "pool", "id");

-- CreateIndex
CREATE INDEX "epoch_reader_memberId_idx" ON "epoch_reader"("memberId");

-- CreateIndex
CREATE INDEX "epoch_reader_account_idx" ON "epoch_reader"("account");

-- CreateIndex
CREATE INDEX "epoch_reader_holdId_idx" ON "epoch_reader"("holdId");

-- CreateIndex
CREATE INDEX "epoch_payee_epoch_pool_id_idx" ON "epoch_payee"("epoch", "pool", "id");

-- CreateIndex
CREATE INDEX "epoch_payee_memberId_idx" ON "epoch_payee"("memberId");

-- CreateIndex
CREATE INDEX "epoch_payee_account_idx" ON "epoch_payee"("account");

-- CreateIndex
CREATE INDEX "epoch_row_payeeId_idx" ON "epoch_row"("payeeId");

-- CreateIndex
CREATE INDEX "epoch_post_blogId_epoch_idx" ON "epoch_post"("blogId", "epoch");

-- CreateIndex
CREATE INDEX "epoch_post_authorId_idx" ON "epoch_post"("authorId");

-- CreateIndex
CREATE INDEX "epoch_share_epoch_chunk_idx" ON "epoch_share"("epoch", "chunk");

-- CreateIndex
CREATE UNIQUE INDEX "earning_account_code_key" ON "earning_account"("code");

-- CreateIndex
CREATE INDEX "earning_hold_memberId_idx" ON "earning_hold"("memberId");

-- CreateIndex
CREATE INDEX "earning_hold_outcome_id_idx" ON "earning_hold"("outcome", "id");

-- CreateIndex
CREATE INDEX "earning_hold_byId_idx" ON "earning_hold"("byId");

-- CreateIndex
CREATE INDEX "earning_hold_endedById_idx" ON "earning_hold"("endedById");

-- CreateIndex
CREATE INDEX "earning_link_oneId_idx" ON "earning_link"("oneId");

-- CreateIndex
CREATE INDEX "earning_link_otherId_idx" ON "earning_link"("otherId");

-- CreateIndex
CREATE INDEX "earning_link_byId_idx" ON "earning_link"("byId");

-- CreateIndex
CREATE INDEX "ledger_audit_at_idx" ON "ledger_audit"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "filter_decision_sequence_key" ON "filter_decision"("sequence");

-- CreateIndex
CREATE INDEX "filter_decision_moderatorId_idx" ON "filter_decision"("moderatorId");

-- CreateIndex
CREATE UNIQUE INDEX "filter_decision_commentId_moderatorId_key" ON "filter_decision"("commentId", "moderatorId");

-- CreateIndex
CREATE UNIQUE INDEX "filter_model_rewrites_upTo_version_key" ON "filter_model"("rewrites", "upTo", "version");

-- CreateIndex
CREATE INDEX "media_ownerId_idx" ON "media"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE INDEX "report_memberId_idx" ON "report"("memberId");

-- CreateIndex
CREATE INDEX "report_settledById_idx" ON "report"("settledById");

-- CreateIndex
CREATE INDEX "report_resolvedAt_idx" ON "report"("resolvedAt");

-- CreateIndex
CREATE INDEX "report_createdAt_idx" ON "report"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "report_commentId_revision_memberId_key" ON "report"("commentId", "revision", "memberId");

-- CreateIndex
CREATE INDEX "refusal_memberId_postId_idx" ON "refusal"("memberId", "postId");

-- CreateIndex
CREATE INDEX "refusal_postId_idx" ON "refusal"("postId");

-- CreateIndex
CREATE INDEX "refusal_createdAt_idx" ON "refusal"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_event_seq_key" ON "moderation_event"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_event_undoesId_key" ON "moderation_event"("undoesId");

-- CreateIndex
CREATE INDEX "moderation_event_commentId_createdAt_idx" ON "moderation_event"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "moderation_event_actorId_idx" ON "moderation_event"("actorId");

-- CreateIndex
CREATE INDEX "moderation_event_postId_idx" ON "moderation_event"("postId");

-- CreateIndex
CREATE INDEX "moderation_event_personId_idx" ON "moderation_event"("personId");

-- CreateIndex
CREATE INDEX "moderation_event_blogId_idx" ON "moderation_event"("blogId");

-- CreateIndex
CREATE INDEX "moderation_event_batchId_idx" ON "moderation_event"("batchId");

-- CreateIndex
CREATE INDEX "moderation_event_sanctionId_idx" ON "moderation_event"("sanctionId");

-- CreateIndex
CREATE INDEX "moderation_event_holdId_idx" ON "moderation_event"("holdId");

-- CreateIndex
CREATE INDEX "moderation_event_linkId_idx" ON "moderation_event"("linkId");

-- CreateIndex
CREATE INDEX "moderation_event_sweepId_commentId_idx" ON "moderation_event"("sweepId", "commentId");

-- CreateIndex
CREATE INDEX "moderation_event_createdAt_idx" ON "moderation_event"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "moderation_event_underBlogId_id_idx" ON "moderation_event"("underBlogId", "id");

-- CreateIndex
CREATE INDEX "queue_look_commentId_idx" ON "queue_look"("commentId");

-- CreateIndex
CREATE INDEX "phrase_list_byId_idx" ON "phrase_list"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "phrase_list_blogId_version_key" ON "phrase_list"("blogId", "version") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "notification_commentId_idx" ON "notification"("commentId");

-- CreateIndex
CREATE INDEX "notification_eventId_idx" ON "notification"("eventId");

-- CreateIndex
CREATE INDEX "notification_disputeId_idx" ON "notification"("disputeId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_commentId_key" ON "notification"("memberId", "commentId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_eventId_key" ON "notification"("memberId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_disputeId_key" ON "notification"("memberId", "disputeId");

-- CreateIndex
CREATE INDEX "payout_setting_rail_createdAt_idx" ON "payout_setting"("rail", "createdAt");

-- CreateIndex
CREATE INDEX "payout_setting_byId_idx" ON "payout_setting"("byId");

-- CreateIndex
CREATE INDEX "payout_rail_state_createdAt_idx" ON "payout"("rail", "state", "createdAt");

-- CreateIndex
CREATE INDEX "payout_account_idx" ON "payout"("account");

-- CreateIndex
CREATE INDEX "payout_settingId_idx" ON "payout"("settingId");

-- CreateIndex
CREATE UNIQUE INDEX "payout_memberId_key_key" ON "payout"("memberId", "key");

-- CreateIndex
CREATE INDEX "payout_event_byId_idx" ON "payout_event"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "payout_submission_externalId_key" ON "payout_submission"("externalId");

-- CreateIndex
CREATE INDEX "payout_submission_rail_endedAt_idx" ON "payout_submission"("rail", "endedAt");

-- CreateIndex
CREATE INDEX "payout_item_payoutId_idx" ON "payout_item"("payoutId");

-- CreateIndex
CREATE INDEX "payout_destination_memberId_rail_idx" ON "payout_destination"("memberId", "rail");

-- CreateIndex
CREATE INDEX "payout_destination_fingerprint_idx" ON "payout_destination"("fingerprint");

-- CreateIndex
CREATE INDEX "payout_challenge_memberId_idx" ON "payout_challenge"("memberId");

-- CreateIndex
CREATE INDEX "payout_challenge_expiresAt_idx" ON "payout_challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "payout_country_memberId_createdAt_idx" ON "payout_country"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "payout_tax_form_memberId_createdAt_idx" ON "payout_tax_form"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "payout_tax_form_byId_idx" ON "payout_tax_form"("byId");

-- CreateIndex
CREATE INDEX "payout_fault_rail_clearedAt_idx" ON "payout_fault"("rail", "clearedAt");

-- CreateIndex
CREATE INDEX "payout_fault_clearedById_idx" ON "payout_fault"("clearedById");

-- CreateIndex
CREATE INDEX "payout_reconciliation_rail_at_idx" ON "payout_reconciliation"("rail", "at" DESC);

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
CREATE UNIQUE INDEX "proof_callId_key" ON "proof"("callId");

-- CreateIndex
CREATE INDEX "proof_memberId_idx" ON "proof"("memberId");

-- CreateIndex
CREATE INDEX "proof_kind_fingerprint_idx" ON "proof"("kind", "fingerprint");

-- CreateIndex
CREATE INDEX "proof_byId_idx" ON "proof"("byId");

-- CreateIndex
CREATE INDEX "reading_session_readerId_postId_idx" ON "reading_session"("readerId", "postId");

-- CreateIndex
CREATE INDEX "reading_session_postId_idx" ON "reading_session"("postId");

-- CreateIndex
CREATE INDEX "reading_beat_sessionId_idx" ON "reading_beat"("sessionId");

-- CreateIndex
CREATE INDEX "reading_sum_postId_idx" ON "reading_sum"("postId");

-- CreateIndex
CREATE INDEX "sanction_memberId_liftedAt_idx" ON "sanction"("memberId", "liftedAt");

-- CreateIndex
CREATE INDEX "sanction_blogId_idx" ON "sanction"("blogId");

-- CreateIndex
CREATE INDEX "sanction_byId_idx" ON "sanction"("byId");

-- CreateIndex
CREATE INDEX "barred_address_until_idx" ON "barred_address"("until");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_confirmTokenHash_key" ON "subscription"("confirmTokenHash");

-- CreateIndex
CREATE INDEX "subscription_blogId_confirmedAt_idx" ON "subscription"("blogId", "confirmedAt");

-- CreateIndex
CREATE INDEX "subscription_email_idx" ON "subscription"("email");

-- CreateIndex
CREATE INDEX "subscription_memberId_idx" ON "subscription"("memberId");

-- CreateIndex
CREATE INDEX "sweep_sanctionId_idx" ON "sweep"("sanctionId");

-- CreateIndex
CREATE INDEX "sweep_memberId_idx" ON "sweep"("memberId");

-- CreateIndex
CREATE INDEX "sweep_blogId_idx" ON "sweep"("blogId");

-- CreateIndex
CREATE INDEX "sweep_byId_idx" ON "sweep"("byId");

-- CreateIndex
CREATE INDEX "sweep_undoneById_idx" ON "sweep"("undoneById");

-- AddForeignKey
ALTER TABLE "oauth_account" ADD CONSTRAINT "oauth_account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_mutedId_fkey" FOREIGN KEY ("mutedId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_followedId_fkey" FOREIGN KEY ("followedId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "moderation_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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
ALTER TABLE "comment_text" ADD CONSTRAINT "comment_text_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_order" ADD CONSTRAINT "thread_order_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_correction" ADD CONSTRAINT "earning_correction_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "earning_dispute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_correction" ADD CONSTRAINT "earning_correction_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "epoch_reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_worth" ADD CONSTRAINT "point_worth_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_version_fkey" FOREIGN KEY ("version") REFERENCES "earning_rule"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_ruleVersion_fkey" FOREIGN KEY ("ruleVersion") REFERENCES "earning_rule"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_pool" ADD CONSTRAINT "epoch_pool_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "earning_hold"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "epoch_reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "epoch_payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_post" ADD CONSTRAINT "epoch_post_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_post" ADD CONSTRAINT "epoch_post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_share" ADD CONSTRAINT "epoch_share_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_account" ADD CONSTRAINT "earning_account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_decision" ADD CONSTRAINT "filter_decision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_decision" ADD CONSTRAINT "filter_decision_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_left_out" ADD CONSTRAINT "filter_left_out_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_personId_fkey" FOREIGN KEY ("personId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_sweepId_fkey" FOREIGN KEY ("sweepId") REFERENCES "sweep"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "earning_hold"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "earning_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_look" ADD CONSTRAINT "queue_look_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_look" ADD CONSTRAINT "queue_look_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phrase_list" ADD CONSTRAINT "phrase_list_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phrase_list" ADD CONSTRAINT "phrase_list_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "moderation_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "earning_dispute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_setting" ADD CONSTRAINT "payout_setting_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_settingId_fkey" FOREIGN KEY ("settingId") REFERENCES "payout_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_event" ADD CONSTRAINT "payout_event_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_event" ADD CONSTRAINT "payout_event_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "payout_submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_destination" ADD CONSTRAINT "payout_destination_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_challenge" ADD CONSTRAINT "payout_challenge_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_country" ADD CONSTRAINT "payout_country_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_tax_form" ADD CONSTRAINT "payout_tax_form_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_tax_form" ADD CONSTRAINT "payout_tax_form_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_fault" ADD CONSTRAINT "payout_fault_clearedById_fkey" FOREIGN KEY ("clearedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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
ALTER TABLE "proof" ADD CONSTRAINT "proof_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_session" ADD CONSTRAINT "reading_session_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_session" ADD CONSTRAINT "reading_session_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_beat" ADD CONSTRAINT "reading_beat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "reading_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_sum" ADD CONSTRAINT "reading_sum_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_sum" ADD CONSTRAINT "reading_sum_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reading" ADD CONSTRAINT "post_reading_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
