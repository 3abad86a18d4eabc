import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { linkGroundWords } from '@/lib/earnings/hold-words';
import type { SeenLink, SeenPerson } from '@/lib/earnings/unusual';
import { unlinkAction } from '../actions';
import { unlinkFields } from './fields';

/** With whom somebody is linked or was, and why. */
export function Links({ person, language }: { person: SeenPerson; language: string }) {
  if (person.links.length === 0) return <p className="text-soft">{words(language, 'holds')('admin.links-none')}</p>;
  return (
    <ul className="grid gap-5">
      {person.links.map((link) => (
        <li key={link.id} className="grid gap-3">
          <Link link={link} person={person} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Link({ link, person, language }: { link: SeenLink; person: SeenPerson; language: string }) {
  const t = words(language, 'holds');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium' });
  const { other, ground, note, by, createdAt, liftedAt } = link;
  const whose = ground === 'found' ? t('admin.by-admin', { name: by ?? t('admin.left') }) : t('admin.by-machine');
  return (
    <>
      <div className="grid gap-1 text-sm">
        <p dir="auto">
          {other ? (
            <>
              <a className="link inline-flex min-h-11 items-center" href={`/admin/earnings/people/${encodeURIComponent(other.handle)}`}>
                {other.name}
              </a>{' '}
              <bdi className="text-faint">@{other.handle}</bdi>
            </>
          ) : (
            t('admin.left')
          )}
          : {linkGroundWords(language, link)}
        </p>
        <p dir="auto">{t('admin.link-since', { date: date(createdAt), by: whose })}</p>
        {note ? (
          <p dir="auto" className="whitespace-pre-line">
            {t('admin.words', { said: note })}
          </p>
        ) : null}
        {liftedAt ? <p>{t('admin.link-lifted', { date: date(liftedAt) })}</p> : null}
      </div>
      {liftedAt || person.own ? null : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 font-medium text-sm">{t('admin.lift')}</summary>
          <ActionForm
            action={unlinkAction}
            errorWords={errorWords(language)}
            submit={t(other ? 'admin.lift-now' : 'admin.lift')}
            kind="plain"
            label={t('admin.lift')}
            fields={unlinkFields({ linkId: link.id, handle: person.handle, alone: other === null }, language)}
          />
        </details>
      )}
    </>
  );
}
