-- AlterEnum
ALTER TYPE "AppealOutcome" ADD VALUE 'released';
