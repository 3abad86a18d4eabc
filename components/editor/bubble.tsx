'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EditorWords } from './words';

interface BubbleProps {
  editor: Editor;
  words: EditorWords;
  /** Where the selection ends, in pixels within the editor's box. */
  at: { top: number; left: number };
}

/** Marks for what is selected. */
export function Bubble({ editor, words, at }: BubbleProps) {
  const [linking, setLinking] = useState(false);
  const marks = [
    { name: 'bold', label: words.bold, run: () => editor.chain().focus().toggleBold().run() },
    { name: 'italic', label: words.italic, run: () => editor.chain().focus().toggleItalic().run() },
    { name: 'code', label: words.code, run: () => editor.chain().focus().toggleCode().run() },
  ];
  const setLink = (href: string) => {
    setLinking(false);
    if (href === '') editor.chain().focus().unsetLink().run();
    else editor.chain().focus().setLink({ href }).run();
  };
  return (
    <div
      role="toolbar"
      aria-label={words.bubble}
      style={{ top: at.top, insetInlineStart: 0 }}
      className="absolute z-20 flex max-w-full flex-wrap items-center gap-1 rounded-[14px] border border-line bg-raised p-1 shadow-lg"
    >
      {linking ? (
        <LinkForm words={words} before={String(editor.getAttributes('link').href ?? '')} onSet={setLink} />
      ) : (
        <>
          {marks.map(({ name, label, run }) => (
            <Button
              key={name}
              type="button"
              kind="ghost"
              small
              aria-pressed={editor.isActive(name)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={run}
            >
              {label}
            </Button>
          ))}
          <Button
            type="button"
            kind="ghost"
            small
            aria-pressed={editor.isActive('link')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setLinking(true)}
          >
            {words.link}
          </Button>
        </>
      )}
    </div>
  );
}

function LinkForm({ words, before, onSet }: { words: EditorWords; before: string; onSet: (href: string) => void }) {
  const [href, setHref] = useState(before);
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        type="url"
        dir="ltr"
        aria-label={words['link-address']}
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onSet(href);
        }}
        className="min-h-8 rounded-lg border border-edge bg-paper px-2"
      />
      <Button type="button" small kind="main" onClick={() => onSet(href)}>
        {words.set}
      </Button>
    </>
  );
}
