-- AlterEnum
ALTER TYPE "AppealOutcome" ADD VALUE 'undone';
ALTER TYPE "AppealOutcome" ADD VALUE 'with_ban';
