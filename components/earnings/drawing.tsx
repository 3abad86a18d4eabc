import { directionOf } from '@/lib/core/languages';
import { formats, words } from '@/lib/core/words';

const WIDTH = 340;
const HEIGHT = 318;
/** Where every reader's budget ends. */
const CAP = 210;
const READERS = [
  { minutes: 20, moves: 70 },
  { minutes: 55, moves: 192 },
  { minutes: 240, moves: 330 },
];
/** What of it is whose: writers in the order of how long they were read, and the reader's own part. */
const PARTS = [96, 54, 28, 32];

/** How reading becomes points under a budget. Read aloud as its description; no colour carries what no word does. */
export function EarnDrawing({ language }: { language: string }) {
  const t = words(language, 'earn');
  const { number } = formats(language);
  const right = directionOf(language) === 'rtl';
  const at = (from: number, length = 0) => (right ? WIDTH - from - length : from);
  let begun = 0;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="earn-drawing earn-drawing-text"
      className="w-full max-w-[460px] rounded-[14px] border border-line bg-raised p-3 font-sans text-[13px]"
      fontSize="12.5"
    >
      <title id="earn-drawing">{t('drawing.title')}</title>
      <desc id="earn-drawing-text">{t('drawing.text')}</desc>
      <g fill="var(--ink)">
        {READERS.map(({ minutes, moves }, nth) => {
          const top = 30 + nth * 62;
          const within = Math.min(moves, CAP);
          return (
            <g key={minutes}>
              <text x={at(0)} y={top + 10} fontWeight="600">
                {t('drawing.read', { reader: number(nth + 1), minutes: number(minutes) })}
              </text>
              <rect x={at(0, within)} y={top + 18} width={within} height="22" rx="4" fill="var(--amber-fill)" />
              {moves > CAP ? (
                <rect
                  x={at(CAP, moves - CAP)}
                  y={top + 18.5}
                  width={moves - CAP}
                  height="21"
                  rx="4"
                  fill="none"
                  stroke="var(--edge)"
                  strokeDasharray="4 3"
                />
              ) : null}
            </g>
          );
        })}
        <path d={`M${at(CAP)} 20V202`} stroke="var(--ink)" strokeWidth="1.5" />
        <text x={at(CAP)} y="13" textAnchor="middle" fill="var(--soft)">
          {t('drawing.budget')}
        </text>
        <text x={at(WIDTH)} y="218" textAnchor="end" fill="var(--soft)">
          {t('drawing.over')}
        </text>
        <text x={at(0)} y="252" fontWeight="600">
          {t('drawing.split')}
        </text>
        {PARTS.map((length, nth) => {
          const from = begun;
          begun += length;
          const own = nth === PARTS.length - 1;
          return (
            <rect
              key={length}
              x={at(from, length - 2)}
              y="262"
              width={length - 2}
              height="22"
              rx="4"
              fill={own ? 'var(--amber-wash)' : 'var(--amber-fill)'}
              stroke={own ? 'var(--amber)' : 'none'}
            />
          );
        })}
        <text x={at(0)} y="304" fill="var(--soft)">
          {t('drawing.writers')}
        </text>
        <text x={at(WIDTH)} y="304" textAnchor="end" fill="var(--soft)">
          {t('drawing.own')}
        </text>
      </g>
    </svg>
  );
}
