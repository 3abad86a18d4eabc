-- AlterTable
ALTER TABLE "member" ADD COLUMN     "measured" BOOLEAN;

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
    "seen" INTEGER NOT NULL,

    CONSTRAINT "reading_sum_pkey" PRIMARY KEY ("readerId","postId","day")
);

-- CreateIndex
CREATE INDEX "reading_session_readerId_postId_idx" ON "reading_session"("readerId", "postId");

-- CreateIndex
CREATE INDEX "reading_session_postId_idx" ON "reading_session"("postId");

-- CreateIndex
CREATE INDEX "reading_beat_sessionId_idx" ON "reading_beat"("sessionId");

-- CreateIndex
CREATE INDEX "reading_sum_postId_idx" ON "reading_sum"("postId");

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
