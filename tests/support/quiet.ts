import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

// What is written to console.error is a fault that nobody looked at: it fails the test it was written in.
const original = console.error;
let said: string[] = [];

beforeEach(() => {
  said = [];
  console.error = (...words: unknown[]) => void said.push(format(...words));
});

afterEach(() => {
  console.error = original;
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`);
});
