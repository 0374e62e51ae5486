const LOOK_EVERY_MS = 500;

/**
 * Calls back when the npm that started this process is gone: it passes signals on, but where it was killed itself nobody does. Where the
 * process was started otherwise, its parent may come and go.
 */
export function whenNpmIsGone(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(looking);
    then();
  }, LOOK_EVERY_MS);
  looking.unref();
}
