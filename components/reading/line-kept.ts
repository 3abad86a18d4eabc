const NAME = 'reading-line';

/** Whether this device was told not to show the day's reading under posts. */
export function lineIsOff(): boolean {
  try {
    return localStorage.getItem(NAME) === 'off';
  } catch {
    return false;
  }
}

/** Shows the line on this device, or no longer. */
export function keepLine(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // A browser that keeps nothing still hides it on the page in view.
  }
}
