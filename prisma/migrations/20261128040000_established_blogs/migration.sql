-- AlterTable
ALTER TABLE "blog" ADD COLUMN     "establishedAt" TIMESTAMPTZ(3);
