// All that runs on a shared page before a reader needs more. The page's own scripts lie in it asleep: they wake on the first
// touch, focus or key in something that needs them, at once for whoever is signed in. What was pressed meanwhile is done after.
(() => {
  const doc = document;
  // Fonts are shown from the first paint on or not at all, so that no word moves. A phone's first page does without them; they
  // come when all else is there, for the next one.
  const root = doc.documentElement;
  const saving = navigator.connection?.saveData;
  const kept = () => {
    try {
      return localStorage.getItem('fonts') !== null;
    } catch {}
  };
  const fetchFonts = async () => {
    try {
      const families = ['--inter', '--serif'].map((name) => getComputedStyle(root).getPropertyValue(name));
      await Promise.all(families.map((family) => doc.fonts.load(`16px ${family}`)));
      localStorage.setItem('fonts', '1');
    } catch {}
  };
  if (kept() || (!saving && matchMedia('(min-width: 700px)').matches)) root.dataset.fonts = '';
  if (!kept() && !saving) addEventListener('load', () => setTimeout(fetchFonts, 1_000));

  // The order of comments that was chosen last holds for the next post: its plain address leads to the one that says so.
  try {
    const view = localStorage.getItem('view');
    const plain = location.search === '' && /^\/@[^/]+\/[^/]+$/.test(location.pathname);
    if (plain && /^(newest|oldest)$/.test(view)) location.replace(`${location.pathname}?view=${view}${location.hash}`);
  } catch {}
  const remember = (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-remember]');
    try {
      if (link) localStorage.setItem('view', link.dataset.remember);
    } catch {}
  };
  addEventListener('click', remember, true);
  // With the middle button, in a page of its own.
  addEventListener('auxclick', remember, true);

  let state = 'asleep';
  const held = [];
  const NEEDS = 'form[method=POST i],button:not([data-theme-choice]),summary,[data-live]';
  const cookie = (name) => doc.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  // A search needs nothing: it is a way to another page.
  const needing = (event) => {
    const element = event.target instanceof Element && event.target.closest(NEEDS);
    return element && element.form?.method !== 'get';
  };
  const parsed = (then) => (doc.readyState === 'loading' ? doc.addEventListener('DOMContentLoaded', then) : then());

  const wake = (pressed) => {
    if (state !== 'asleep') return;
    state = 'waking';
    const begin = () => parsed(fetchScripts);
    if (!pressed) return begin();
    // What answers a press of itself, a focus or a word of the browser's, is painted before the work begins; where nobody looks any
    // more, nothing is painted.
    requestAnimationFrame(() => setTimeout(begin));
    setTimeout(begin, 200);
  };
  const fetchScripts = () => {
    if (self.__next_s) return;
    // An empty script that Next runs before it starts: React is there by then, and what is pressed comes between the two.
    self.__next_s = [[0, { children: '' }]];
    // Their rules stand in the page; turned off, none of them is fetched.
    for (const link of doc.querySelectorAll('link[data-href]')) link.href = link.dataset.href;
    for (const data of doc.querySelectorAll('script[data-push]')) {
      self[data.dataset.push] ||= [];
      self[data.dataset.push].push(JSON.parse(data.textContent));
    }
    for (const script of doc.querySelectorAll('script[data-src]')) {
      script.onerror = giveUp;
      script.src = script.dataset.src;
    }
    setTimeout(giveUp, 15_000);
  };
  const replay = () => {
    for (const [kind, element, by] of held.splice(0)) {
      delete (by ?? element).dataset.held;
      if (!element.isConnected) continue;
      if (kind === 'click') element.click();
      else element.requestSubmit(by?.isConnected ? by : undefined);
    }
  };
  // Without scripts every form still works as a form.
  const giveUp = () => {
    if (state !== 'waking') return;
    state = 'broken';
    replay();
  };
  addEventListener('bulb:live', () => {
    if (state === 'live') return;
    state = 'live';
    // After the effects of what came to life.
    setTimeout(() => setTimeout(replay));
  });

  for (const kind of ['pointerdown', 'focusin', 'keydown'])
    addEventListener(kind, (event) => needing(event) && wake(true), { capture: true, passive: true });
  const hold = (event, kind, element, by) => {
    if (state === 'live' || state === 'broken') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!held.some(([, other, who]) => other === element && who === by)) held.push([kind, element, by]);
    (by ?? element).dataset.held = '';
    wake(true);
  };
  addEventListener('submit', (event) => event.target.method === 'post' && hold(event, 'submit', event.target, event.submitter), true);
  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element && event.target.closest('button[type=button]:not([data-theme-choice]),[data-live]');
      if (button && !event.ctrlKey && !event.metaKey && !event.shiftKey) hold(event, 'click', button);
    },
    true,
  );
  // What React sees while it is coming to life makes it do all that is left in one go, before anything moves. It needs none of it: a
  // click, or what is sent by it, is held, and what was typed stands in its field.
  const QUIET =
    'pointerdown pointerup pointercancel mousedown mouseup touchstart touchend touchcancel click auxclick dblclick contextmenu keydown keypress keyup beforeinput textInput input compositionstart compositionend paste cut copy dragstart dragend drop change submit reset focusin focusout selectionchange';
  for (const kind of QUIET.split(' '))
    addEventListener(
      kind,
      (event) => {
        if (state === 'waking' && !event.target.closest?.('[data-theme-choice]')) event.stopImmediatePropagation();
      },
      { capture: true, passive: true },
    );

  // A page that the browser kept or made ready before its reader wrote something, or signed in, is not the newest for them.
  const known = `seen ${location.pathname}${location.search}`;
  // The cookie that names one's last write lives for minutes: that it is gone is no change.
  const wrote = () => {
    const fresh = cookie('bulb-wrote');
    try {
      if (fresh) sessionStorage.setItem('wrote', fresh);
      return fresh ?? sessionStorage.getItem('wrote');
    } catch {}
    return fresh;
  };
  const now = () => `${cookie('bulb-signed-in')} ${wrote()}`;
  addEventListener('pagehide', now);
  const see = (old) => {
    try {
      const before = sessionStorage.getItem(known);
      sessionStorage.setItem(known, now());
      if (old && before !== null && before !== now()) location.reload();
    } catch {}
  };
  addEventListener('pageshow', (event) => event.persisted && see(true));
  if (doc.prerendering) {
    const ready = now();
    doc.addEventListener('prerenderingchange', () => (now() === ready ? see(false) : location.reload()));
  } else see(performance.getEntriesByType('navigation')[0]?.type === 'back_forward');
  if (cookie('bulb-signed-in')) {
    // Until it is known who is here, there is no way in to be offered.
    root.dataset.signedIn = '';
    parsed(() => wake());
  }
  // Somebody who left words here wants them back.
  const drafts = () =>
    Object.keys(localStorage).some(
      (name) => /^comment /.test(name) && doc.querySelector(`input[name=postId][value="${CSS.escape(name.split(' ')[1])}"]`),
    );
  parsed(() => {
    try {
      if (drafts()) wake();
    } catch {}
  });

  // Comments that are far from the screen of a telephone are laid out after all else, a few at a time.
  const layOut = () => {
    const some = doc.querySelectorAll('.comment:not([data-laid-out])');
    for (const comment of [...some].slice(0, 3)) comment.dataset.laidOut = '';
    if (some.length > 3) requestIdleCallback(layOut, { timeout: 500 });
  };
  if (self.requestIdleCallback) addEventListener('load', () => requestIdleCallback(layOut, { timeout: 500 }));

  // New comments wait behind a button. Asked for while somebody looks, ever more seldom.
  let pause = 20_000;
  const askForNew = async () => {
    const place = doc.getElementById('new-comments');
    const link = place?.firstElementChild;
    if (!link) return;
    try {
      if (doc.visibilityState === 'visible') {
        const answer = await fetch(`/api/new-comments?post=${link.dataset.post}&after=${link.dataset.after}`, { priority: 'low' });
        const { count } = await answer.json();
        const phrases = JSON.parse(link.dataset.phrases);
        if (count > 0) link.textContent = phrases[Math.min(count, phrases.length) - 1];
        place.hidden = count === 0;
      }
    } catch {}
    pause = Math.min(pause * 1.2, 120_000);
    setTimeout(askForNew, pause);
  };
  if (!saving) setTimeout(askForNew, pause);

  if (saving) return;
  const rules = matchMedia('(hover: hover)').matches ? 'RULES_HOVER' : 'RULES_TOUCH';
  if (HTMLScriptElement.supports?.('speculationrules')) {
    const script = doc.createElement('script');
    script.type = 'speculationrules';
    script.textContent = rules;
    doc.head.append(script);
    return;
  }
  const fetched = new Set();
  const ahead = (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href]:not([rel~=nofollow])');
    if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return;
    if (link.pathname === location.pathname || !/^\/($|@|tags\/|earn$)/.test(link.pathname)) return;
    fetched.add(link.pathname);
    fetch(link.pathname + link.search, { priority: 'low' }).catch(() => undefined);
  };
  addEventListener('touchstart', ahead, { passive: true });
  let over;
  addEventListener('mouseover', (event) => {
    clearTimeout(over);
    over = setTimeout(ahead, 100, event);
  });
})();
