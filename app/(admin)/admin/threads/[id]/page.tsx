import { permanentRedirect } from 'next/navigation';

/** Where the settings of a discussion were before its writer could come to them. */
export default async function Thread({ params }: { params: Promise<{ id: string }> }) {
  permanentRedirect(`/threads/${encodeURIComponent((await params).id)}`);
}
