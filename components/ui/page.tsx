import type { ReactNode } from 'react';
import '@/app/globals.css';
import { directionOf, uiLanguage } from '@/lib/core/languages';
import { spokenPath } from '@/lib/core/spoken';
import { words } from '@/lib/core/words';
import { fontClasses } from './fonts';
import { Live } from './live';
import { ThemeSwitch } from './theme-switch';

interface PageProps {
  /** The blog's on public pages, the member's own elsewhere. */
  language: string;
  /** The same for everyone: the server puts public/reader.js into it, which sees to the theme as well. */
  shared?: boolean;
  bar?: ReactNode;
  children: ReactNode;
}

/** The whole document of one area. */
export function Page({ language, children, bar, shared = false }: PageProps) {
  const t = words(language, 'site');
  // While developing no server puts anything into a page.
  const bare = shared && process.env.NODE_ENV === 'production';
  return (
    // The theme is set on this element before React looks at it.
    <html lang={language} dir={directionOf(language)} className={fontClasses} data-fonts={bare ? undefined : ''} suppressHydrationWarning>
      <head>{bare ? null : <script src="/theme.js" />}</head>
      <body>
        <a href="#content" className="skip rounded-full bg-ink px-4 py-3 text-paper">
          {t('skip')}
        </a>
        {bar}
        <div id="content" tabIndex={-1} className="grow outline-none">
          {children}
        </div>
        <SiteFooter language={language} />
        <Live />
        <div hidden id="failed-words" data-title={t('failed.title')} data-text={t('failed.text')} data-again={t('failed.again')} />
      </body>
    </html>
  );
}

function SiteFooter({ language }: { language: string }) {
  const t = words(language, 'site');
  const log = words(language, 'appeals')('log.link');
  // The interface may speak English on a page in another language.
  const spoken = uiLanguage(language);
  return (
    <footer lang={spoken} className="no-print mt-16 border-line border-t">
      <div className="mx-auto flex max-w-[1120px] flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-6 text-[13px] text-soft">
        <nav aria-label={t('footer.label')} className="flex flex-wrap gap-x-5">
          <a href={spokenPath('/earn', language)} className="inline-flex min-h-8 items-center hover:underline">
            {t('footer.earn')}
          </a>
          <a href={spokenPath('/moderation', language)} className="inline-flex min-h-8 items-center hover:underline">
            {log}
          </a>
        </nav>
        <ThemeSwitch label={t('theme.label')} names={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }} />
      </div>
    </footer>
  );
}
