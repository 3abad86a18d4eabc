import { Figure, PostDocument } from '@/components/posts/post-document';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { directionOf } from '@/lib/core/languages';
import { words } from '@/lib/core/words';
import { draftFor } from '@/lib/posts/editing';
import { orNotFound, writer } from '../../../writer';

export default async function Preview({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await writer(`/write/${id}/preview`);
  const { title, standfirst, document, cover, blog } = await orNotFound(draftFor(member, id));
  const t = words(member.language, 'posts');
  return (
    <div className="@container">
      <main className="mx-auto max-w-[720px] px-5 pt-8">
        <Notice tone="amber">
          <div className="flex flex-wrap items-center justify-between gap-3">
            {t('preview-note')}
            <ButtonLink href={`/write/${id}`}>{t('back')}</ButtonLink>
          </div>
        </Notice>
        <article lang={blog.language} dir={directionOf(blog.language)} className="mt-8">
          <h1 className="title">{title || t('untitled')}</h1>
          {standfirst ? <p className="mt-4 font-serif text-[21px] leading-[1.45] text-soft">{standfirst}</p> : null}
          {cover ? (
            <div className="prose">
              <Figure {...cover} src={cover.url} eager />
            </div>
          ) : null}
          <div className="mt-6">
            <PostDocument document={document} />
          </div>
        </article>
      </main>
    </div>
  );
}
