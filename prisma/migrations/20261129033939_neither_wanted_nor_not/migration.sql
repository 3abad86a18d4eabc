-- AlterTable
ALTER TABLE "filter_decision" ALTER COLUMN "unwanted" DROP NOT NULL;
