'use client';
import { useEffect, useState } from 'react';
import { classes } from './classes';

export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system says. Appears once it can work. `/theme.js` reads what is kept here. */
export function ThemeSwitch({ label, names }: { label: string; names: Record<Theme, string> }) {
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(kept()), []);
  if (theme === null) return null;
  return (
    <fieldset className="inline-flex rounded-full bg-sunken p-[3px]">
      <legend className="sr-only">{label}</legend>
      {(['system', 'light', 'dark'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === name}
          onClick={() => {
            keep(name);
            setTheme(name);
          }}
          className={classes(
            'min-h-8 rounded-full px-3 font-medium text-[13px]',
            theme === name ? 'bg-raised text-ink shadow-sm' : 'text-soft hover:text-ink',
          )}
        >
          {names[name]}
        </button>
      ))}
    </fieldset>
  );
}

function kept(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function keep(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // A browser that keeps nothing still changes the page in view.
  }
}
