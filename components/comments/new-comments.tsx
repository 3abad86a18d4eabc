'use client';
import { useState } from 'react';

interface NewCommentsProps {
  postId: string;
  /** When the last comment came to be shown, in milliseconds. */
  after: number;
  /** Of the post. */
  path: string;
  /** For one new comment, for two, and so on; the last for all more. */
  phrases: readonly string[];
}

/**
 * "3 new comments": filled and shown by the reader's own script, so that nothing is inserted while somebody reads. Its room is kept
 * from the first paint on, so that nothing moves when it comes.
 */
export function NewComments({ postId, after, path, phrases }: NewCommentsProps) {
  // One's own words bring the page anew; what others said meanwhile is as new as before.
  const [since] = useState(after);
  return (
    <div className="no-print pointer-events-none sticky top-16 z-[5] mt-3 h-11 text-center">
      <p id="new-comments" hidden role="status">
        <a
          className="button button-main button-small pointer-events-auto min-h-11!"
          // The page it is pressed on may be the one it leads to: what was new there makes another address of it, and no other page.
          href={`${path}?view=newest&since=${since}#comments`}
          rel="nofollow"
          data-post={postId}
          data-after={since}
          data-phrases={JSON.stringify(phrases)}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; what the script writes into it is not React's
          dangerouslySetInnerHTML={{ __html: '' }}
        />
      </p>
    </div>
  );
}
