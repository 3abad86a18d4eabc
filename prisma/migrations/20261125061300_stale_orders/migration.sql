-- AlterTable
ALTER TABLE "thread_order" ADD COLUMN     "stale" BOOLEAN NOT NULL DEFAULT false;
