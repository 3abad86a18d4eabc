/** `isBarred` as a condition of SQL, for commands that are a statement or two; of a member, a blog and a time, each as SQL has them. */
export const barred = ({ member, blog, now }: { member: string; blog: string; now: string }): string => `EXISTS (SELECT FROM sanction s
    WHERE s."memberId" = ${member} AND s."liftedAt" IS NULL AND s.kind IN ('banned', 'suspended') AND (s.until IS NULL OR s.until > ${now})
      AND (s."blogId" IS NULL OR s."blogId" = ${blog}))`;
