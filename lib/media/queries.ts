import 'server-only';
import { db } from '@/lib/db/client';

export async function mediaBytes(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.media.findUnique({ where: { id }, select: { bytes: true } });
  return row?.bytes ?? null;
}
