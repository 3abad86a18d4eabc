interface ProgressProps {
  /** Names what goes on, with its numbers. */
  label: string;
  value: number;
  max: number;
}

/** How far something is, as a bar with its numbers above. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <label className="grid gap-1.5 font-medium text-sm tabular-nums">
      {label}
      <progress value={Math.min(value, max)} max={Math.max(1, max)} className="h-3 w-full accent-ink" />
    </label>
  );
}
