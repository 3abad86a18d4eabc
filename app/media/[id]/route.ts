import { currentActor } from '@/lib/accounts/session';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { isUuid } from '@/lib/core/keys';
import { findPicture } from '@/lib/media/queries';

/** Its bytes never change; whether everyone may see them does, and a cache that cannot be told asks again after a day. */
const SHOWN = 'public, max-age=86400, stale-if-error=604800';
const OWN = { 'cache-control': 'private, no-store' };

/** A picture that a published post shows is for everyone. One that only drafts have is for members, and kept nowhere. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const picture = isUuid(id) ? await findPicture(id) : null;
  const shown = picture !== null && picture.blogIds.length > 0;
  if (shown) share(...picture.blogIds.map(cacheTag.blog));
  if (!picture || !(shown || (await currentActor()).kind === 'member')) return new Response(null, { status: 404, headers: OWN });
  return new Response(picture.bytes, { headers: { 'content-type': 'image/webp', ...(shown ? { 'cache-control': SHOWN } : OWN) } });
}
