'use client';
import { useEffect } from 'react';

/** Says that the page's scripts have taken over, so that what was pressed before can be done. See public/reader.js. */
export function Live() {
  useEffect(() => {
    dispatchEvent(new Event('bulb:live'));
  }, []);
  return null;
}
