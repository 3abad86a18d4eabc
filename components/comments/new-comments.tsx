interface NewCommentsProps {
  postId: string;
  /** When the newest comment of this page was written, in milliseconds. */
  after: number;
  href: string;
  /** For one new comment, for two, and so on; the last for all more. */
  phrases: readonly string[];
}

/** "3 new comments": filled and shown by the reader's own script, so that nothing is inserted while somebody reads. */
export function NewComments({ postId, after, href, phrases }: NewCommentsProps) {
  return (
    <p id="new-comments" hidden role="status" className="no-print sticky top-16 z-[5] mt-4 text-center">
      <a
        className="button button-main button-small min-h-11!"
        href={href}
        rel="nofollow"
        data-post={postId}
        data-after={after}
        data-phrases={JSON.stringify(phrases)}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: empty; what the script writes into it is not React's
        dangerouslySetInnerHTML={{ __html: '' }}
      />
    </p>
  );
}
