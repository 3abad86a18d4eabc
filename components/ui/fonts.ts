import localFont from 'next/font/local';

// None is fetched ahead, and none takes the place of another once it is read: see public/reader.js for when they come.
const inter = localFont({
  src: [{ path: '../../app/fonts/inter-latin.woff2', weight: '400 700', style: 'normal' }],
  variable: '--inter',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
});

const interVietnamese = localFont({
  src: [{ path: '../../app/fonts/inter-vietnamese.woff2', weight: '400 700', style: 'normal' }],
  variable: '--inter-vietnamese',
  display: 'optional',
  preload: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
  adjustFontFallback: 'Arial',
});

const serif = localFont({
  src: [{ path: '../../app/fonts/serif-latin.woff2', weight: '400 700', style: 'normal' }],
  variable: '--serif',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
});

const serifItalic = localFont({
  src: [{ path: '../../app/fonts/serif-latin-italic.woff2', weight: '400 700', style: 'italic' }],
  variable: '--serif-italic',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
});

const serifVietnamese = localFont({
  src: [
    { path: '../../app/fonts/serif-vietnamese.woff2', weight: '400 700', style: 'normal' },
    { path: '../../app/fonts/serif-vietnamese-italic.woff2', weight: '400 700', style: 'italic' },
  ],
  variable: '--serif-vietnamese',
  display: 'optional',
  preload: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
  adjustFontFallback: 'Times New Roman',
});

export const fontClasses = [inter, interVietnamese, serif, serifItalic, serifVietnamese].map((font) => font.variable).join(' ');
