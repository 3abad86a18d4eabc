import { ActionForm } from '@/components/ui/action-form';
import { Again } from '@/components/ui/again';
import { Progress } from '@/components/ui/progress';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { SweepProgress } from '@/lib/moderation/sweep-progress';
import { undoSweepAction } from '../../actions';

interface SweepsProps {
  sweeps: readonly SweepProgress[];
  handle: string;
  language: string;
}

/** What was removed with bans and how far it is, each with its undoing. */
export function Sweeps({ sweeps, handle, language }: SweepsProps) {
  const moving = sweeps.some(({ state }) => state === 'running' || state === 'undoing');
  return (
    <>
      {moving ? <Again /> : null}
      <ul className="grid gap-5">
        {sweeps.map((sweep) => (
          <li key={sweep.id} className="grid gap-2 rounded-[10px] bg-sunken px-4 py-3">
            <OneSweep sweep={sweep} handle={handle} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneSweep({ sweep, handle, language }: { sweep: SweepProgress; handle: string; language: string }) {
  const t = words(language, 'sanctions');
  const { id, days, state, total, done, returned } = sweep;
  const date = formats(language).dateTime(sweep.at, { dateStyle: 'medium', timeStyle: 'short' });
  const back = state === 'undoing' || state === 'undone';
  const moving = state === 'running' || state === 'undoing';
  const said = t(`sweep.${state}`, { done, total, returned });
  return (
    <>
      <p className="text-sm" dir="auto">
        {t('sweep.what', { place: sweep.blog ?? env().SITE_NAME, days, date })}{' '}
        <span className="text-soft">{t('sweep.by', { name: sweep.by ?? t('sweep.left') })}</span>
      </p>
      {moving ? (
        <>
          <Progress label={said} value={back ? returned : done} max={back ? done : total} />
          <p>
            {/* Without a place in the page: to where one is already, a browser loads nothing. */}
            <a className="link inline-flex min-h-11 items-center text-sm" href={`/admin/people/${encodeURIComponent(handle)}`}>
              {t('sweep.look')}
            </a>
          </p>
        </>
      ) : null}
      <p role="status" className="font-medium text-sm tabular-nums">
        {moving ? '' : said}
      </p>
      {state === 'undone' && returned < done ? <p className="text-sm text-soft">{t('sweep.kept')}</p> : null}
      {sweep.mayUndo ? (
        <ActionForm
          action={undoSweepAction}
          errorWords={errorWords(language)}
          submit={t('sweep.undo')}
          kind="plain"
          label={t('sweep.undo')}
          fields={[{ kind: 'hidden', name: 'sweepId', value: id }]}
        />
      ) : null}
    </>
  );
}
