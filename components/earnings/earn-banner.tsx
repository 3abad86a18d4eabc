import { Bulb } from '@/components/ui/bulb';
import { ButtonLink } from '@/components/ui/button-link';

interface AboutProps {
  more: string;
  /** Read aloud after it, so that the link says what about. */
  about: string;
}

export function About({ more, about }: AboutProps) {
  return (
    <>
      <span>{more}</span>
      <span className="sr-only">: {about}</span>
    </>
  );
}

/** The way to how earning works. */
export function EarnBanner({ title, text, href, ...link }: AboutProps & { title: string; text: string; href: string }) {
  return (
    <section className="no-print mt-10 flex flex-wrap items-center gap-x-5 gap-y-4 rounded-[14px] border border-amber-fill bg-amber-wash px-6 py-5">
      <Bulb size={30} />
      <div className="min-w-0 grow basis-56">
        <h2 className="font-semibold text-[17px]">{title}</h2>
        <p className="text-sm text-soft">{text}</p>
      </div>
      <ButtonLink href={href} kind="amber">
        <About {...link} />
      </ButtonLink>
    </section>
  );
}
