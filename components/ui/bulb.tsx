/** The mark. Lit where it earns, an outline where it is a reaction not yet given. */
export function Bulb({ size = 20, lit = true }: { size?: number; lit?: boolean }) {
  return (
    <svg width={size} height={size * 1.2} viewBox="0 0 20 24" fill="none" aria-hidden="true" className="flex-none">
      <path
        d="M10 1.5a7.5 7.5 0 0 0-4.3 13.6c.8.6 1.3 1.4 1.3 2.4v.5h6v-.5c0-1 .5-1.8 1.3-2.4A7.5 7.5 0 0 0 10 1.5Z"
        fill={lit ? 'var(--amber-fill)' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path d="M7.2 21h5.6M8.5 23h3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
