import type { BlogColour } from '@/lib/blogs/view';

const COLOURS: Record<BlogColour, string> = {
  ember: 'bg-[#c2562b]',
  sea: 'bg-[#2f6bb0]',
  moss: 'bg-[#4a8a52]',
  plum: 'bg-[#8a5aa9]',
  ochre: 'bg-[#b98a1f]',
  slate: 'bg-[#66727e]',
};

/** The blog's colour as a small mark beside its name. */
export function Dot({ colour }: { colour: BlogColour }) {
  return <span aria-hidden="true" className={`inline-block size-2.5 flex-none rounded-full ${COLOURS[colour]}`} />;
}
