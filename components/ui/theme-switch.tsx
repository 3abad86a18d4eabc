export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system says. `public/theme.js` does it, and shows this only where it runs. */
export function ThemeSwitch({ label, names }: { label: string; names: Record<Theme, string> }) {
  return (
    <fieldset className="theme-switch inline-flex rounded-full bg-sunken p-[3px]">
      <legend className="sr-only">{label}</legend>
      {(['system', 'light', 'dark'] as const).map((name) => (
        <button
          key={name}
          type="button"
          data-theme-choice={name}
          aria-pressed={name === 'system'}
          className="min-h-8 rounded-full px-3 font-medium text-[13px] text-soft hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-sm"
          suppressHydrationWarning
        >
          {names[name]}
        </button>
      ))}
    </fieldset>
  );
}
