// Light, dark, or as the system says: set before the first paint, so that a chosen theme never flashes, and chosen by the
// switch at the foot of each page. It stands in every page; those that are shared have it together with reader.js.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try {
      const theme = localStorage.getItem('theme');
      return theme === 'light' || theme === 'dark' ? theme : 'system';
    } catch {
      return root.dataset.theme ?? 'system';
    }
  };
  const show = (theme) => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme));
  };
  show(kept());
  root.dataset.scripts = '';
  addEventListener('DOMContentLoaded', () => show(kept()));
  // The framework may draw the switch again as the server did.
  addEventListener('bulb:live', () => show(kept()));
  addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-theme-choice]');
    if (!button) return;
    const theme = button.dataset.themeChoice;
    try {
      if (theme === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // A browser that keeps nothing still changes the page in view.
    }
    show(theme);
  });
})();
