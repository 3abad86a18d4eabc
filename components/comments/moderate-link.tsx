'use client';
import { useViewer } from '@/components/viewer/viewer';

/** The way to a discussion's rules, for who may set them. */
export function ModerateLink({ href, label }: { href: string; label: string }) {
  const viewer = useViewer();
  if (!viewer?.canModerate && !viewer?.isWriter) return null;
  return (
    <p className="no-print mt-4 text-[13px]">
      <a className="link inline-flex min-h-8 items-center" href={href}>
        {label}
      </a>
    </p>
  );
}
