import { expect, test, vi } from 'vitest';
import { pool } from '@/lib/db/pool';
import { requireRole } from '@/lib/db/role';

test('a process that the database takes for its owner does not start', async () => {
  await requireRole();
  const asked = vi.spyOn(pool, 'query').mockResolvedValueOnce({ rows: [{ role: 'postgres' }] } as never);
  await expect(requireRole()).rejects.toThrow('takes this process for postgres, not for bulb_app');
  // Away, it keeps nobody from starting.
  asked.mockRejectedValueOnce(new Error('connect ECONNREFUSED') as never);
  await requireRole();
  asked.mockRestore();
});
