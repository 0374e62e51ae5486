/** The line above the page: what the script has to say of it. Readers by ear hear it too. */
const line = (): HTMLElement | null => document.getElementById('told');

/** @param link what else can be done, and how */
export function tell(text: string, link?: { readonly label: string; readonly follow: () => void }): void {
  const told = line();
  if (told === null) return;
  told.textContent = text;
  if (link === undefined) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = link.label;
  button.addEventListener('click', link.follow);
  told.append(' – ', button);
}

/** Takes back what was told. */
export function tellNothing(): void {
  line()?.replaceChildren();
}
