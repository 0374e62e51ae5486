import type { Visits } from './visits.js';

/** Follows links and sends forms of the same screen by fetching; all others are left to the browser. */
export function followLinksAndForms(visits: Visits): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
    const url = new URL(link.href, location.href);
    if (!isSameScreen(url) || link.hasAttribute('download') || link.target !== '') return;
    event.preventDefault();
    void visits.to(url.href, { isStop: true, ...focusBehind(link, url) });
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'get') return;
    const url = new URL(form.action, location.href);
    // Fields that say nothing are left out of the address.
    const fields = [...new FormData(form, event.submitter)].filter((field): field is [string, string] => field[1] !== '');
    url.search = new URLSearchParams(fields).toString().replaceAll('%40', '@');
    if (!isSameScreen(url)) return;
    event.preventDefault();
    void visits.to(url.href, { isStop: true });
  });
  // A perspective is chosen: nothing else is left to say.
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === 'perspective') event.target.form?.requestSubmit();
  });
}

/** Evidence that is closed gives the focus back to its cell. */
export function closeEvidence(visits: Visits): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const close = document.querySelector<HTMLAnchorElement>('#evidence a[data-close]');
    if (close === null) return;
    void visits.to(close.href, { isStop: true, focused: close.dataset.close });
  });
}

function focusBehind(link: HTMLAnchorElement, url: URL): { readonly focused?: string } {
  const focused = link.dataset.close ?? decodeURIComponent(url.hash.slice(1));
  return focused === '' ? {} : { focused };
}

function hasModifier(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

/** Another address of the screen that is shown, in the same language; a place in the page alone is for the browser. */
function isSameScreen(url: URL): boolean {
  const lang = (search: string): string | null => new URLSearchParams(search).get('lang');
  return (
    url.origin === location.origin &&
    url.pathname === location.pathname &&
    url.search !== location.search &&
    lang(url.search) === lang(location.search)
  );
}
