import { editorWords } from '@/components/editor/words';
import { WriteForm } from '@/components/editor/write-form';
import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { editorJson } from '@/lib/posts/document';
import { draftFor } from '@/lib/posts/editing';
import { markdownOf } from '@/lib/posts/markdown';
import { orNotFound, writer } from '../../writer';
import { deletePostAction } from '../actions';
import { importPictureAction, writeAction } from './actions';

export default async function WritePost({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await writer(`/write/${id}`);
  const draft = await orNotFound(draftFor(member, id));
  const t = words(member.language, 'posts');
  const { blog, cover } = draft;
  return (
    <div className="@container">
      <main className="mx-auto max-w-[720px] px-5 pt-8">
        <h1 className="sr-only">{t('write-in', { blog: blog.name })}</h1>
        <p className="mb-4 text-sm text-soft">
          <a className="link" href={`/studio/@${blog.handle}`} dir="auto">
            {blog.name}
          </a>
        </p>
        <WriteForm
          postId={draft.postId}
          version={draft.version}
          title={draft.title}
          standfirst={draft.standfirst}
          content={editorJson(draft.document)}
          markdown={markdownOf(draft.document)}
          tags={draft.tags.join(', ')}
          cover={{
            id: draft.coverId,
            url: cover?.url ?? '',
            alt: cover?.alt ?? '',
            caption: cover?.caption ?? '',
            credit: cover?.credit ?? '',
          }}
          path={draft.path}
          language={blog.language}
          words={editorWords(member.language)}
          errorWords={errorWords(member.language)}
          action={writeAction}
          importPicture={importPictureAction}
        />
        <details className="mt-10">
          <summary className="text-bad text-sm underline">{t('delete')}</summary>
          <p className="my-3 text-sm text-soft">{t('delete-text')}</p>
          <ActionForm
            action={deletePostAction}
            errorWords={errorWords(member.language)}
            submit={t('delete')}
            kind="danger"
            fields={[{ kind: 'hidden', name: 'postId', value: draft.postId }]}
          />
        </details>
      </main>
    </div>
  );
}
