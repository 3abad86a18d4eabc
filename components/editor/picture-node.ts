import Image from '@tiptap/extension-image';

const text = { default: '' };

/** Tiptap's picture with what BULB keeps of one. Only kept pictures survive a paste. */
export const Picture = Image.extend({
  addAttributes: () => ({ src: text, alt: text, caption: text, credit: text, width: { default: 0 }, height: { default: 0 } }),
  parseHTML: () => [{ tag: 'img[src^="/media/"]' }],
  renderHTML: ({ node }) => {
    const { src, alt, caption, credit } = node.attrs as Record<string, string>;
    return ['figure', {}, ['img', { src, alt }], ['figcaption', {}, [caption, credit].filter(Boolean).join(' · ')]];
  },
});
