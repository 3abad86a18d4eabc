'use client';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useRef, useState } from 'react';
import type { ErrorWords } from '@/lib/core/error-words';
import { BlockMenu } from './block-menu';
import { Bubble } from './bubble';
import { type ImportAction, PictureForm } from './picture-form';
import { Picture } from './picture-node';
import type { EditorWords } from './words';

export interface BodyProps {
  content: object;
  language: string;
  words: EditorWords;
  errorWords: ErrorWords;
  importPicture: ImportAction;
  onChange: (document: object, text: string) => void;
}

/** The text of a post. Loaded on the write page alone. */
export default function Body({ content, language, words, errorWords, importPicture, onChange }: BodyProps) {
  const box = useRef<HTMLDivElement>(null);
  const [bubble, setBubble] = useState<{ top: number; left: number } | null>(null);
  const [slash, setSlash] = useState<number | null>(null);
  const [picture, setPicture] = useState(false);
  const editor = useEditor({
    immediatelyRender: false,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        strike: false,
        underline: false,
        link: { openOnClick: false, defaultProtocol: 'https' },
      }),
      Picture,
    ],
    content,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.body,
        lang: language,
        class: 'prose min-h-60 outline-none',
        'data-placeholder': words.placeholder,
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON(), now.getText({ blockSeparator: '\n' })),
    onTransaction: ({ editor: now }) => {
      const { selection } = now.state;
      const top = (offset: number) => now.view.coordsAtPos(selection.to).bottom - (box.current?.getBoundingClientRect().top ?? 0) + offset;
      setBubble(selection.empty || !now.isFocused ? null : { top: top(8), left: 0 });
      const { parent } = selection.$from;
      setSlash(selection.empty && parent.type.name === 'paragraph' && parent.textContent === '/' ? top(6) : null);
    },
  });
  return (
    <div ref={box} className="relative">
      {editor?.isEmpty ? (
        <p aria-hidden="true" className="pointer-events-none absolute font-serif text-[20px] text-faint">
          {words.placeholder}
        </p>
      ) : null}
      <EditorContent editor={editor} />
      {editor && bubble ? <Bubble editor={editor} words={words} at={bubble} /> : null}
      {editor && slash !== null ? (
        <BlockMenu editor={editor} words={words} top={slash} onPicture={() => setPicture(true)} onClose={() => setSlash(null)} />
      ) : null}
      {editor && picture ? (
        <PictureForm
          words={words}
          errorWords={errorWords}
          importPicture={importPicture}
          onCancel={() => setPicture(false)}
          onDone={(attrs) => {
            setPicture(false);
            editor.chain().focus().insertContent({ type: 'image', attrs }).run();
          }}
        />
      ) : null}
    </div>
  );
}
