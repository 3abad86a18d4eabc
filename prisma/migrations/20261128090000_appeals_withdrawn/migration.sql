-- AlterEnum
ALTER TYPE "AppealOutcome" ADD VALUE 'withdrawn';
