import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { importImage } from '@/lib/media/import-image';
import { draftFor } from '../editing';
import { documentFromMarkdown, withPicturesOf } from '../markdown';
import { saveDraft } from './write';

type Fields = Readonly<Record<string, FormDataEntryValue | undefined>>;

/** Saves what the write page sends: the editor's JSON, or Markdown from a browser without JavaScript; a new cover is fetched first. */
export async function saveForm(member: Member, fields: Fields): Promise<{ version: number }> {
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const before = await draftFor(member, text('postId'));
  const kept = fields.document === undefined && fields.markdown === undefined;
  const document = kept
    ? before.document
    : text('document') === ''
      ? withPicturesOf(documentFromMarkdown(text('markdown')), before.document)
      : jsonIn(text('document'));
  const coverUrl = text('coverUrl').trim();
  const coverId = coverUrl === '' ? (fields.noCover ? '' : text('coverId')) : (await importImage(member, { url: coverUrl })).id;
  return saveDraft(member, { ...fields, document, coverId });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('invalid', { fields: { document: 'wrong' } });
  }
}
