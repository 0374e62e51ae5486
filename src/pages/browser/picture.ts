const DOTS_PER_UNIT = 2;

/** Makes a PNG of a drawing that is linked as SVG: browsers can draw it, and the server need not. */
export function pictureOnClick(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-png]') : null;
    if (link?.dataset.png !== undefined) void save(link.dataset.png, link.dataset.name ?? 'picture');
  });
}

async function save(svg: string, name: string): Promise<void> {
  const drawing = URL.createObjectURL(new Blob([await (await fetch(svg)).text()], { type: 'image/svg+xml' }));
  try {
    const blob = await drawn(drawing);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  } finally {
    URL.revokeObjectURL(drawing);
  }
}

async function drawn(url: string): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * DOTS_PER_UNIT;
  canvas.height = image.naturalHeight * DOTS_PER_UNIT;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The drawing is too large for a picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}
