import type { Viewer } from '@/components/viewer/viewer-shape';
import { currentActor } from '@/lib/accounts/session';
import { canWriteIn } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { viewerComments } from '@/lib/comments/queries';
import { isUuid } from '@/lib/core/keys';
import { reactionsOf } from '@/lib/posts/queries';
import { subscribedBlogIds } from '@/lib/subscriptions/queries';

export const dynamic = 'force-dynamic';

const NOBODY: Viewer = {
  member: null,
  canWrite: false,
  subscribedBlogIds: [],
  reacted: false,
  bookmarked: false,
  votes: {},
  ownComments: [],
  mutedIds: [],
  canModerate: false,
};

/** All that differs for one person on a public page; asked once after load, by those signed in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'guest') return Response.json(NOBODY);
  const { searchParams } = new URL(request.url);
  const post = searchParams.get('post');
  const blog = searchParams.get('blog');
  const [subscribed, reactions, comments, role] = await Promise.all([
    subscribedBlogIds(actor.id),
    isUuid(post) ? reactionsOf(actor.id, post) : null,
    isUuid(post) ? viewerComments(actor, post) : null,
    isUuid(blog) ? blogRole(actor.id, blog) : null,
  ]);
  const { id, name, handle, role: siteRole } = actor;
  const viewer: Viewer = {
    ...NOBODY,
    member: { id, name, handle, role: siteRole },
    canWrite: canWriteIn(role),
    subscribedBlogIds: subscribed,
    ...reactions,
    ...comments,
  };
  return Response.json(viewer);
}
