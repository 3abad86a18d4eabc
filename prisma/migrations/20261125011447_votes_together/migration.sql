-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "votesTrusted" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "counted" BOOLEAN NOT NULL DEFAULT true;
