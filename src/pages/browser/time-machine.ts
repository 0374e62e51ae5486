import { copyOnClick } from './copy.js';
import { enhance, showSelected } from './enhance.js';
import { closeEvidence, followLinksAndForms } from './links-and-forms.js';
import { Live } from './live.js';
import { walkTheMatrix } from './matrix-keys.js';
import { pictureOnClick } from './picture.js';
import { Play } from './play.js';
import { SeenDays } from './seen-days.js';
import { Slider } from './slider.js';
import { Visits } from './visits.js';

// The page works without this: it makes smoother what links and forms do. `html.script` shows what needs script.
document.documentElement.classList.add('script');
if (!('clipboard' in navigator)) document.documentElement.classList.add('cannot-copy');
enhance(document);
showSelected();

const seen = new SeenDays();
const visits = new Visits((text) => {
  remember(text);
  slider.pageShown();
  play.draw();
  live.pageShown();
  showSelected();
});
const slider = new Slider(visits, seen);
const play = new Play(visits);
const live = new Live(visits);

followLinksAndForms(visits);
closeEvidence(visits);
walkTheMatrix();
copyOnClick();
pictureOnClick();
window.addEventListener('popstate', () => {
  visits.return();
});

/** The page is that of the day that its strip shows. */
function remember(text: string): void {
  const strip = document.querySelector<HTMLElement>('.strip[data-href]');
  if (strip?.dataset.href !== undefined) seen.remember(strip.dataset.href, Number(strip.dataset.day), text);
}
