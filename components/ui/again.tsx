'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY = 2_000;

/** Asks for the page anew every two seconds while it is looked at; what is typed into its forms stays. */
export function Again() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
