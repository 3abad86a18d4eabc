import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { canManageBlog } from '@/lib/blogs/policy';
import { filterLevelOf, peopleOf } from '@/lib/blogs/queries';
import { BLOG_ROLES } from '@/lib/blogs/view';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { ownBlog, writer } from '../../../writer';
import { changeBlogAction, endRoleAction, setRoleAction } from '../../actions';
import { blogFields } from '../../blog-fields';

interface Props {
  params: Promise<{ blog: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export default async function BlogSettings({ params, searchParams }: Props) {
  const segment = (await params).blog;
  const member = await writer(`/studio/${segment}/settings`);
  const blog = await ownBlog(member, segment);
  if (!canManageBlog(blog.role)) notFound();
  const t = words(member.language, 'blogs');
  const errors = errorWords(member.language);
  const here = [
    { kind: 'hidden' as const, name: 'blogId', value: blog.id },
    { kind: 'hidden' as const, name: 'blog', value: blog.handle },
  ];
  const people = await peopleOf(blog.id);
  return (
    <Sheet
      title={t('settings')}
      intro={
        <a className="link" href={`/studio/@${blog.handle}`} dir="auto">
          {blog.name}
        </a>
      }
    >
      {(await searchParams).saved ? <Notice tone="ok">{t('saved')}</Notice> : null}
      <ActionForm
        action={changeBlogAction}
        errorWords={errors}
        submit={t('save')}
        label={t('settings')}
        fields={[{ kind: 'hidden', name: 'blogId', value: blog.id }, ...blogFields(member.language, blog, await filterLevelOf(blog.id))]}
      />
      <Section title={t('people')} intro={t('people-intro')}>
        <ul>
          {people.map(({ name, handle, role }) => (
            <li key={handle} className="flex flex-wrap items-center gap-3 border-line border-b py-2 text-sm">
              <span dir="auto" className="grow">
                <b className="font-semibold">{name}</b> {handle}, {t(`roles.${role}`)}
              </span>
              <div>
                <ActionForm
                  action={endRoleAction}
                  errorWords={errors}
                  submit={t('end-role')}
                  kind="plain"
                  small
                  label={name}
                  fields={[...here, { kind: 'hidden', name: 'handle', value: handle }]}
                />
              </div>
            </li>
          ))}
        </ul>
        <ActionForm
          action={setRoleAction}
          errorWords={errors}
          submit={t('add')}
          kind="plain"
          label={t('add')}
          fields={[
            ...here,
            { name: 'handle', label: t('person'), required: true, maxLength: 39, dir: 'ltr' },
            {
              kind: 'select',
              name: 'role',
              label: t('role'),
              value: 'writer',
              options: BLOG_ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
            },
          ]}
        />
      </Section>
    </Sheet>
  );
}
