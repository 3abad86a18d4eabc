-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "setAside" DOUBLE PRECISION;
