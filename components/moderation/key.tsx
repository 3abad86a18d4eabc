/** The key that does the same; of no use to who has none. */
export function Key({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="hidden min-w-5 rounded border border-edge px-1 text-center font-sans text-[13px] leading-5 sm:inline-block"
    >
      {children}
    </span>
  );
}
