interface ProgressProps {
  /** Names what goes on, with its numbers. */
  label: string;
  value: number;
  max: number;
}

// The browser's own colours are neither of the theme nor of enough contrast.
const LOOK =
  'h-2.5 w-full appearance-none overflow-hidden rounded-full border border-edge bg-paper [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-ink';

/** How far something is, as a bar with its numbers above. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <label className="grid gap-1.5 font-medium text-sm tabular-nums">
      {label}
      <progress value={Math.min(value, max)} max={Math.max(1, max)} className={LOOK} />
    </label>
  );
}
