'use client';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { menuItemClass } from '@/components/ui/classes';
import { InPlace } from '@/components/ui/in-place';
import { Menu } from '@/components/ui/menu';
import type { Viewer } from '@/lib/discovery/viewer-shape';
import { refreshViewer, useViewer } from './viewer';

export interface MeWords {
  signIn: string;
  menu: string;
  studio: string;
  earnings: string;
  settings: string;
  moderation: string;
  notifications: string;
}

/** The way in for a guest, the person's own menu otherwise. */
export function Me({ words }: { words: MeWords }) {
  const viewer = useViewer();
  const path = usePathname();
  // Signing in leads on without loading the page anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to ask again
  useEffect(refreshViewer, [path]);
  const guest = (
    <ButtonLink href="/sign-in" small className="sign-in min-h-9!">
      {words.signIn}
    </ButtonLink>
  );
  return (
    <InPlace className="items-center justify-items-end" first={guest} own={viewer?.member ? <Own viewer={viewer} words={words} /> : null} />
  );
}

function Own({ viewer, words }: { viewer: Viewer; words: MeWords }) {
  if (!viewer.member) return null;
  const { name, role } = viewer.member;
  return (
    <Menu label={`${words.menu}: ${name}`} button={<Avatar name={name} small />}>
      <p className="px-3 py-2 font-semibold text-sm">{name}</p>
      <a className={menuItemClass} href="/notifications">
        {words.notifications}
        {viewer.unread > 0 ? <span className="ms-2 font-semibold text-amber tabular-nums">{viewer.unread}</span> : null}
      </a>
      <a className={menuItemClass} href="/studio">
        {words.studio}
      </a>
      <a className={menuItemClass} href="/earnings">
        {words.earnings}
      </a>
      {role !== 'member' || viewer.canModerate ? (
        <a className={menuItemClass} href="/admin">
          {words.moderation}
        </a>
      ) : null}
      <a className={menuItemClass} href="/settings">
        {words.settings}
      </a>
    </Menu>
  );
}
