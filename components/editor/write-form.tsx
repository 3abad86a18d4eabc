'use client';
import dynamic from 'next/dynamic';
import { startTransition, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { Notice } from '@/components/ui/notice';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import { CoverFields, type CoverNow } from './cover-fields';
import { forgetCopy, type KeptCopy, keepCopy, keptCopy } from './kept-copy';
import type { ImportAction } from './picture-form';
import { SaveState, type Saving } from './save-state';
import type { EditorWords } from './words';

const Body = dynamic(() => import('./body'), { ssr: false });
const AUTOSAVE_AFTER = 1_500;

export interface Written {
  version: number;
  then: string;
  path: string | null;
}

export interface WriteFormProps {
  postId: string;
  version: number;
  title: string;
  standfirst: string;
  content: object;
  markdown: string;
  tags: string;
  cover: CoverNow;
  path: string | null;
  language: string;
  words: EditorWords;
  errorWords: ErrorWords;
  action: (previous: Answer<Written>, form: FormData) => Promise<Answer<Written>>;
  importPicture: ImportAction;
}

/** The editor: one form that also works without JavaScript, then with the text as Markdown. */
export function WriteForm(props: WriteFormProps) {
  const { postId, words, errorWords } = props;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [answer, run, busy] = useFormAction<Written>(props.action);
  const [ready, setReady] = useState(false);
  const [content, setContent] = useState<object>(props.content);
  const [text, setText] = useState('');
  const [dirty, setDirty] = useState(false);
  const [kept, setKept] = useState<KeptCopy | null>(null);
  const latest = useRef<object | null>(null);
  const version = useRef(props.version);
  if (answer.kind === 'done') version.current = answer.value.version;

  useEffect(() => {
    setReady(true);
    setKept(keptCopy(postId));
    return () => clearTimeout(timer.current);
  }, [postId]);

  useEffect(() => {
    if (answer.kind !== 'done') return;
    setDirty(false);
    forgetCopy(postId);
  }, [answer, postId]);

  const values = () => {
    const data = new FormData(form.current ?? undefined);
    data.set('version', String(version.current));
    data.set('document', JSON.stringify(latest.current ?? props.content));
    return data;
  };
  const changed = () => {
    setDirty(true);
    const data = values();
    keepCopy(postId, { title: String(data.get('title')), standfirst: String(data.get('standfirst')), document: latest.current });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const save = values();
      save.set('then', 'save');
      startTransition(() => run(save));
    }, AUTOSAVE_AFTER);
  };
  const submit = (data: FormData) => {
    clearTimeout(timer.current);
    const now = values();
    now.set('then', String(data.get('then') ?? 'save'));
    run(now);
  };
  const bringBack = (copy: KeptCopy) => {
    const fields = form.current;
    for (const name of ['title', 'standfirst'] as const) {
      const field = fields?.querySelector<HTMLTextAreaElement>(`[name="${name}"]`);
      if (field) field.value = copy[name];
    }
    if (copy.document) {
      latest.current = copy.document;
      setContent(copy.document);
    }
    setKept(null);
    changed();
  };
  const path = answer.kind === 'done' ? answer.value.path : props.path;
  const saving: Saving = busy ? 'saving' : answer.kind === 'refused' || answer.kind === 'bug' ? 'offline' : dirty ? 'unsaved' : 'saved';
  return (
    <form ref={form} action={ready ? submit : run} onInput={changed} className="grid gap-5" aria-label={words.body}>
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="version" value={version.current} readOnly />
      {kept ? (
        <Notice tone="amber">
          <p>{words.kept}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button type="button" small onClick={() => bringBack(kept)}>
              {words['bring-back']}
            </Button>
            <Button
              type="button"
              small
              onClick={() => {
                forgetCopy(postId);
                setKept(null);
              }}
            >
              {words.forget}
            </Button>
          </div>
        </Notice>
      ) : null}
      <PlainArea
        name="title"
        label={words.title}
        value={typedValue(answer, 'title') ?? props.title}
        className="title"
        error={fieldError(answer, 'title', errorWords)}
        max={300}
      />
      <PlainArea
        name="standfirst"
        label={words.standfirst}
        value={typedValue(answer, 'standfirst') ?? props.standfirst}
        className="font-serif text-[21px]"
        max={2000}
      />
      {ready ? (
        <Body
          key={content === props.content ? 'first' : 'kept'}
          content={content}
          language={props.language}
          words={words}
          errorWords={errorWords}
          importPicture={props.importPicture}
          onChange={(document, plain) => {
            latest.current = document;
            setText(plain);
            changed();
          }}
        />
      ) : (
        <noscript>
          <Field
            label={words.markdown}
            name="markdown"
            multiline
            rows={18}
            dir="auto"
            defaultValue={typedValue(answer, 'markdown') ?? props.markdown}
            hint={words['markdown-hint']}
          />
        </noscript>
      )}
      <CoverFields cover={props.cover} tags={props.tags} words={words} answer={answer} errorWords={errorWords} />
      <div className="sticky bottom-0 z-10 -mx-5 grid gap-2 border-line border-t bg-paper px-5 py-3">
        <div className="flex flex-wrap items-center gap-2">
          <SaveState saving={saving} words={words} text={text} language={props.language} />
          <Button name="then" value="save" small>
            {words.save}
          </Button>
          <Button name="then" value="preview" small>
            {words.preview}
          </Button>
          {path ? (
            <Button name="then" value="unpublish" small>
              {words.unpublish}
            </Button>
          ) : null}
          <Button name="then" value="publish" kind="amber" busy={busy}>
            {path ? words.update : words.publish}
          </Button>
        </div>
        <FormStatus answer={answer} errorWords={errorWords} />
        {answer.kind === 'refused' && answer.fields.document ? (
          <Notice tone="bad">{fieldError(answer, 'document', errorWords)}</Notice>
        ) : null}
        {answer.kind === 'done' && answer.value.then === 'publish' && path ? (
          <div role="status">
            <Notice tone="ok">
              {words.published} <ButtonLink href={path}>{words.read}</ButtonLink>
            </Notice>
          </div>
        ) : null}
      </div>
    </form>
  );
}

interface PlainAreaProps {
  name: string;
  label: string;
  value: string;
  className: string;
  max: number;
  error?: string | undefined;
}

// Looks like the text it becomes; grows with it.
function PlainArea({ name, label, value, className, max, error }: PlainAreaProps) {
  return (
    <div>
      <textarea
        name={name}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        placeholder={label}
        defaultValue={value}
        maxLength={max}
        rows={1}
        dir="auto"
        className={`${className} field-sizing-content w-full resize-none bg-transparent placeholder:text-faint`}
      />
      {error ? <p className="text-[13px] text-bad">{error}</p> : null}
    </div>
  );
}
