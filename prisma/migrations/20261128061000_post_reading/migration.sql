-- CreateTable
CREATE TABLE "post_reading" (
    "postId" UUID NOT NULL,
    "through" TEXT NOT NULL,
    "readers" INTEGER NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "post_reading_pkey" PRIMARY KEY ("postId")
);

-- AddForeignKey
ALTER TABLE "post_reading" ADD CONSTRAINT "post_reading_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
