import { words } from '@/lib/core/words';
import type { PoolFigures } from '@/lib/earnings/figures';

const BEFORE = { main: '', quarantine: 'quarantine-' } as const;

/** What is published of an epoch, with its hashes. */
export function Published({ number, pools, language }: { number: number; pools: readonly PoolFigures[]; language: string }) {
  const t = words(language, 'epochs');
  const files = pools.flatMap(({ kind, inputHash, outputHash }) => {
    const pool = t(`pools.${kind}`);
    const file = { at: `/api/epochs/${number}/${BEFORE[kind]}` };
    return [
      { href: `${file.at}input`, name: t('one.input', { pool }), hash: inputHash },
      { href: `${file.at}output`, name: t('one.output', { pool }), hash: outputHash ?? '' },
    ];
  });
  return (
    <ul className="grid">
      {files.map(({ href, name, hash }) => (
        <li key={href} className="border-line border-b py-2 text-sm">
          <a className="link inline-flex min-h-11 items-center font-medium" href={href} download>
            {name}
          </a>
          <span className="block text-[13px] text-soft [overflow-wrap:anywhere]">{t('one.hash', { hash })}</span>
        </li>
      ))}
    </ul>
  );
}
