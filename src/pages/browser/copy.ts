import { pageFacts } from './page-facts.js';
import { tell } from './notice.js';

/** Buttons that copy what stands beside them. */
export function copyOnClick(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copies]') : null;
    const copied = button === null ? null : document.getElementById(button.dataset.copies ?? '');
    if (copied === null) return;
    const text = copied instanceof HTMLAnchorElement ? copied.href : copied.textContent;
    void navigator.clipboard.writeText(text).then(() => {
      tell(pageFacts()?.words.copied ?? '');
    });
  });
}
