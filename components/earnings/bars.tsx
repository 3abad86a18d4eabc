import { directionOf } from '@/lib/core/languages';

export interface Bar {
  key: string;
  label: string;
  /** Thousandths of a point. */
  amount: bigint;
  estimate?: boolean;
}

const WIDTH = 640;
const HEIGHT = 112;
const BASE = 110;
const WIDEST = 52;

/** Amounts side by side, from the first to the last. What it shows stands in a table beside it. */
export function Bars({ bars, label, language }: { bars: readonly Bar[]; label: string; language: string }) {
  const most =
    bars
      .map(({ amount }) => amount)
      .sort((a, b) => Number(a > b) - Number(a < b))
      .at(-1) || 1n;
  const step = WIDTH / bars.length;
  const width = Math.min(WIDEST, step * 0.64);
  const right = directionOf(language) === 'rtl';
  return (
    <figure className="m-0! rounded-[14px] border border-line bg-raised p-[18px]">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} className="block h-32 w-full">
        <path
          d={`M0 ${BASE}H${WIDTH}M0 ${BASE - 50}H${WIDTH}M0 ${BASE - 100}H${WIDTH}`}
          stroke="var(--line)"
          vectorEffect="non-scaling-stroke"
        />
        {bars.map(({ key, amount, estimate }, nth) => {
          const middle = (right ? bars.length - 1 - nth : nth) * step + step / 2;
          const height = Math.max(Number((amount * 1_000n) / most) / 10, 1);
          const shape = { x: middle - width / 2, y: BASE - height, width, height };
          const dashed = { fill: 'none', stroke: 'var(--amber)', strokeDasharray: '4 4', vectorEffect: 'non-scaling-stroke' };
          return <rect key={key} {...shape} {...(estimate ? dashed : { fill: 'var(--amber-fill)' })} />;
        })}
      </svg>
      {/* Beside the drawing, whose size is the screen's: letters keep theirs. */}
      <ol aria-hidden="true" className="mt-2 flex text-[13px] text-soft">
        {bars.map(({ key, label: name }) => (
          <li key={key} className="min-w-0 flex-1 text-center">
            {name}
          </li>
        ))}
      </ol>
    </figure>
  );
}
