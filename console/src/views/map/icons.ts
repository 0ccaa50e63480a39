import type { Palette } from './palette.ts';

/** Icons are drawn at twice their size, for sharp edges. Pixels of the picture. */
const size = 44;
const middle = size / 2;
export const iconScale = 2;

type Draw = (pen: CanvasRenderingContext2D, colours: Palette) => void;

function diamond(pen: CanvasRenderingContext2D, radius: number): void {
  pen.beginPath();
  pen.moveTo(middle, middle - radius);
  pen.lineTo(middle + radius, middle);
  pen.lineTo(middle, middle + radius);
  pen.lineTo(middle - radius, middle);
  pen.closePath();
}

function circle(pen: CanvasRenderingContext2D, radius: number): void {
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, Math.PI * 2);
}

const outlined =
  (shape: (pen: CanvasRenderingContext2D, radius: number) => void, radius: number): Draw =>
  (pen, { text, surface }) => {
    shape(pen, radius);
    pen.lineWidth = 10;
    pen.strokeStyle = surface;
    pen.stroke();
    pen.fillStyle = surface;
    pen.fill();
    pen.lineWidth = 4;
    pen.strokeStyle = text;
    pen.stroke();
  };

const filled =
  (shape: (pen: CanvasRenderingContext2D, radius: number) => void, radius: number): Draw =>
  (pen, { text }) => {
    shape(pen, radius);
    pen.fillStyle = text;
    pen.fill();
  };

const both =
  (...draws: readonly Draw[]): Draw =>
  (pen, colours) => {
    for (const draw of draws) draw(pen, colours);
  };

/** A unit's frame, wider than high, as on a symbol of a unit; `fill` tells its state. */
const frame =
  (fill: 'full' | 'half' | 'none', dashed = false): Draw =>
  (pen, { text, surface, quiet }) => {
    const [left, top, width, height] = [6, 12, 32, 20] as const;
    pen.fillStyle = surface;
    pen.fillRect(left - 3, top - 3, width + 6, height + 6);
    pen.strokeStyle = dashed ? quiet : text;
    pen.fillStyle = dashed ? quiet : text;
    pen.lineWidth = 3;
    pen.setLineDash(dashed ? [6, 4] : []);
    pen.strokeRect(left, top, width, height);
    pen.setLineDash([]);
    if (fill === 'full') pen.fillRect(left, top, width, height);
    if (fill === 'half') pen.fillRect(left, top + height / 2, width, height / 2);
  };

/** The box around a group of units; it stretches to what is written in it. */
const group: Draw = (pen, { surface, edge }) => {
  pen.fillStyle = surface;
  pen.fillRect(2, 2, size - 4, size - 4);
  pen.strokeStyle = edge;
  pen.lineWidth = 2;
  pen.strokeRect(2, 2, size - 4, size - 4);
};

const drawings: Readonly<Record<string, Draw>> = {
  'incident-0': both(outlined(circle, 15), filled(circle, 4)),
  'incident-1': both(outlined(diamond, 19), filled(diamond, 19)),
  'incident-2': both(outlined(diamond, 19), filled(diamond, 9)),
  'incident-3': outlined(diamond, 19),
  'incident-4': outlined(circle, 15),
  'unit-group': group,
  'unit-committed': frame('full'),
  'unit-committed-stale': frame('half', true),
  'unit-free': frame('none'),
  'unit-reserve': frame('half'),
  'unit-offDuty': frame('none', true),
};

const stretch: [number, number][] = [[6, size - 6]];
/** How the box of a group stretches: all but its edges. */
export const groupOptions = {
  pixelRatio: iconScale,
  stretchX: stretch,
  stretchY: stretch,
  content: [4, 4, size - 4, size - 4] as [number, number, number, number],
};

/** Every icon of the map in the theme's colours: priority by shape and fill, a unit's state by fill. */
export function drawIcons(colours: Palette): readonly (readonly [string, ImageData])[] {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return [];
  return Object.entries(drawings).map(([name, draw]) => {
    pen.clearRect(0, 0, size, size);
    draw(pen, colours);
    return [name, pen.getImageData(0, 0, size, size)] as const;
  });
}
