'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { classes, menuItemClass } from '@/components/ui/classes';
import type { EditorWords } from './words';

interface BlockMenuProps {
  editor: Editor;
  words: EditorWords;
  top: number;
  onPicture: () => void;
  onClose: () => void;
}

/** What `/` on an empty line offers; arrows choose, Enter inserts, Escape closes. */
export function BlockMenu({ editor, words, top, onPicture, onClose }: BlockMenuProps) {
  const [current, setCurrent] = useState(0);
  // The slash itself goes.
  const chain = () =>
    editor
      .chain()
      .focus()
      .deleteRange({ from: editor.state.selection.from - 1, to: editor.state.selection.from });
  const blocks = [
    { label: words.heading, run: () => chain().setHeading({ level: 2 }).run() },
    { label: words.subheading, run: () => chain().setHeading({ level: 3 }).run() },
    { label: words.list, run: () => chain().toggleBulletList().run() },
    { label: words.numbered, run: () => chain().toggleOrderedList().run() },
    { label: words.quote, run: () => chain().toggleBlockquote().run() },
    { label: words['code-block'], run: () => chain().toggleCodeBlock().run() },
    { label: words.line, run: () => chain().setHorizontalRule().run() },
    {
      label: words.image,
      run: () => {
        chain().run();
        onPicture();
      },
    },
  ];
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step && event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (step) setCurrent((now) => (now + step + blocks.length) % blocks.length);
      else {
        onClose();
        if (event.key === 'Enter') blocks[current]?.run();
      }
    };
    // Before the editor sees the key.
    document.addEventListener('keydown', keys, true);
    return () => document.removeEventListener('keydown', keys, true);
  });
  return (
    <div
      role="menu"
      aria-label={words.blocks}
      style={{ top }}
      className="absolute start-0 z-20 w-60 rounded-[14px] border border-line bg-raised p-1.5 shadow-lg"
    >
      {blocks.map(({ label, run }, nth) => (
        <button
          key={label + String(nth)}
          type="button"
          role="menuitem"
          className={classes(menuItemClass, nth === current && 'bg-sunken')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            onClose();
            run();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
