import { PhraseLists } from '@/components/moderation/phrase-lists';
import { Sheet } from '@/components/ui/sheet';
import { words } from '@/lib/core/words';
import { phrasesView } from '@/lib/moderation/phrases';
import { setPhrasesAction, tryPhrasesAction } from '../../../../word-actions';
import { orNotFound, ownBlog, writer } from '../../../writer';

interface Props {
  params: Promise<{ blog: string }>;
  searchParams: Promise<{ saved?: string }>;
}

/** The words that a blog bans or suspects, for who moderates it. */
export default async function BlogWords({ params, searchParams }: Props) {
  const segment = (await params).blog;
  const member = await writer(`/studio/${segment}/words`);
  const blog = await ownBlog(member, segment);
  const lists = await orNotFound(phrasesView(member, blog.id));
  const t = words(member.language, 'phrases');
  return (
    <Sheet
      title={t('title')}
      intro={
        <>
          <a className="link" href={`/studio/@${blog.handle}`} dir="auto">
            {blog.name}
          </a>
          <p className="mt-2">{t('intro')}</p>
        </>
      }
    >
      <PhraseLists
        lists={lists}
        blogId={blog.id}
        back={`/studio/@${blog.handle}/words`}
        saved={(await searchParams).saved === '1'}
        language={member.language}
        set={setPhrasesAction}
        tryText={tryPhrasesAction}
      />
    </Sheet>
  );
}
