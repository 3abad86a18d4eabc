import { Refused } from '@/lib/core/refused';
import { unsubscribeByLink } from '@/lib/subscriptions/commands';

/** RFC 8058: a mail program ends a subscription here, without cookie, page or sign-in. A GET ends nothing. */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  try {
    await unsubscribeByLink(searchParams.get('id') ?? '', searchParams.get('key') ?? '');
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 400 });
    throw error;
  }
}
