/** What a form was sent with; of one without files a plain list does. */
export type Fields = FormData | URLSearchParams;

/** All text that was typed into a form, without what Next and React put there. */
export function typedIn(form: Fields): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) typed[name] = value;
  return typed;
}

/** Next's redirect() and notFound() travel as errors with a digest and must pass through. */
export function isControlFlow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
