'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { InPlace } from '@/components/ui/in-place';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/components/ui/use-form-action';
import { useFormAction } from '@/components/ui/use-form-action';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import type { ErrorWords } from '@/lib/core/error-words';

export interface SubscribeProps {
  blogId: string;
  errorWords: ErrorWords;
  byMail: FormAction;
  byMember: FormAction;
  end: FormAction;
  words: { title: string; text: string; email: string; button: string; short: string; sent: string; already: string; leave: string };
}

/** Subscribing: by mail address for a guest, one click for a member, and the way back for who subscribes. */
export function Subscribe({ blogId, words, ...props }: SubscribeProps) {
  const viewer = useViewer();
  const subscribed = viewer?.subscribedBlogIds.includes(blogId) ?? false;
  return (
    <section className="no-print mt-6 rounded-[14px] border border-line bg-raised px-6 py-6">
      <h2 className="font-semibold text-[17px]">{words.title}</h2>
      <InPlace className="mt-1 mb-4 text-sm text-soft" first={words.text} own={subscribed ? words.already : null} />
      <InPlace
        first={<ByMail blogId={blogId} action={props.byMail} words={words} errorWords={props.errorWords} />}
        own={
          viewer?.member ? (
            <OneClick
              key={String(subscribed)}
              blogId={blogId}
              action={subscribed ? props.end : props.byMember}
              label={subscribed ? words.leave : words.short}
              main={!subscribed}
              errorWords={props.errorWords}
            />
          ) : null
        }
      />
    </section>
  );
}

interface PartProps {
  blogId: string;
  action: FormAction;
  errorWords: ErrorWords;
}

function OneClick({ blogId, action, label, main, errorWords }: PartProps & { label: string; main: boolean }) {
  const [answer, run, busy] = useRefreshingAction(action);
  return (
    <form action={run}>
      <input type="hidden" name="blogId" value={blogId} />
      <Button kind={main ? 'main' : 'plain'} busy={busy}>
        {label}
      </Button>
      <FormStatus answer={answer} errorWords={errorWords} />
    </form>
  );
}

function ByMail({ blogId, action, words, errorWords }: PartProps & { words: SubscribeProps['words'] }) {
  const [answer, run, busy] = useFormAction(action);
  if (answer.kind === 'done')
    return (
      <div role="status">
        <Notice tone="ok">{words.sent}</Notice>
      </div>
    );
  const typed = typedValue(answer, 'email');
  return (
    <form action={run} className="grid gap-3">
      <input type="hidden" name="blogId" value={blogId} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="grow basis-60">
          <Field
            key={typed}
            label={words.email}
            name="email"
            type="email"
            required
            autoComplete="email"
            dir="ltr"
            maxLength={254}
            defaultValue={typed}
            error={fieldError(answer, 'email', errorWords)}
          />
        </div>
        <Button kind="main" busy={busy}>
          {words.button}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
    </form>
  );
}
