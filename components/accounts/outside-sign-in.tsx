'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Begins a sign-in elsewhere. next-auth wants its own token with the form, which the browser fetches. */
export function OutsideSignIn({ provider, callbackUrl, label }: { provider: string; callbackUrl: string; label: string }) {
  const [csrf, setCsrf] = useState('');
  useEffect(() => {
    fetch('/api/auth/csrf')
      .then((response) => response.json())
      .then(({ csrfToken }: { csrfToken: string }) => setCsrf(csrfToken))
      .catch(() => undefined);
  }, []);
  return (
    <form method="post" action={`/api/auth/signin/${provider}`}>
      <input type="hidden" name="csrfToken" value={csrf} readOnly />
      <input type="hidden" name="callbackUrl" value={callbackUrl} readOnly />
      <Button disabled={csrf === ''}>{label}</Button>
    </form>
  );
}
