import { isUuid } from '@/lib/core/keys';
import { mediaBytes } from '@/lib/media/queries';

/** A kept picture. Its bytes never change, so anyone may keep them for a year. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const bytes = isUuid(id) ? await mediaBytes(id) : null;
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(bytes, { headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' } });
}
