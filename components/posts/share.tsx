'use client';
import { useState } from 'react';
import { menuItemClass } from '@/components/ui/classes';
import { Menu } from '@/components/ui/menu';

export interface ShareWords {
  share: string;
  link: string;
  copy: string;
  copied: string;
  mail: string;
}

export function Share({ path, title, words }: { path: string; title: string; words: ShareWords }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, location.href).href).catch(() => undefined);
    setCopied(true);
  };
  return (
    <Menu
      label={words.share}
      button={<span className="inline-flex min-h-11 items-center px-4 font-medium text-sm text-soft">{words.share}</span>}
    >
      <button type="button" className={menuItemClass} onClick={() => void copy()}>
        <span role="status">{copied ? words.copied : words.copy}</span>
      </button>
      <a className={menuItemClass} href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(path)}`}>
        {words.mail}
      </a>
    </Menu>
  );
}
