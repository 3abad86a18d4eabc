-- AlterEnum
ALTER TYPE "AppealOutcome" ADD VALUE 'undone';
