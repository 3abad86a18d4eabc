import { Section } from '@/components/ui/sheet';
import { words } from '@/lib/core/words';
import { heldWords } from '@/lib/moderation/held-words';
import type { standingOf } from '@/lib/moderation/standing';

/** What somebody is told of themselves: nothing is held against anyone in secret. */
export function Standing({ standing, language }: { standing: Awaited<ReturnType<typeof standingOf>>; language: string }) {
  const t = words(language, 'sanctions');
  return (
    <div id="standing" className="scroll-mt-20">
      <Section title={t('standing.title')}>
        {standing.held.length === 0 ? <p>{t('standing.clear')}</p> : null}
        <ul className="grid gap-4">
          {standing.held.map((held) => (
            <li key={held.id} className="rounded-[10px] bg-amber-wash px-4 py-3 text-sm">
              {heldWords(language, held).map((line) => (
                <p key={line} dir="auto" className="first:font-medium">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ul>
        <p className="text-sm text-soft">
          {t('standing.level', { level: t(`levels.${standing.level}`) })}{' '}
          <a className="link" href="/trust">
            {t('standing.how')}
          </a>
        </p>
      </Section>
    </div>
  );
}
