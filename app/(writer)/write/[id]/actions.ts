'use server';
import { redirect } from 'next/navigation';
import type { ImportedPicture } from '@/components/editor/picture-form';
import type { Written } from '@/components/editor/write-form';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { importImage } from '@/lib/media/import-image';
import { publishPost, unpublishPost } from '@/lib/posts/commands/publish';
import { saveForm } from '@/lib/posts/commands/save-form';
import { draftFor } from '@/lib/posts/editing';

export async function writeAction(_previous: Answer<Written>, form: FormData): Promise<Answer<Written>> {
  return answer(form, async () => {
    const member = requireMember(await currentActor());
    const fields = Object.fromEntries(form);
    const postId = String(fields.postId);
    const then = String(fields.then ?? 'save');
    await saveForm(member, fields);
    if (then === 'publish') await publishPost(member, { postId });
    if (then === 'unpublish') await unpublishPost(member, { postId });
    if (then === 'preview') redirect(`/write/${postId}/preview`);
    const { version, path } = await draftFor(member, postId);
    return { version, path, then };
  });
}

export async function importPictureAction(url: string): Promise<Answer<ImportedPicture>> {
  return answer(new FormData(), async () => importImage(requireMember(await currentActor()), { url }));
}
