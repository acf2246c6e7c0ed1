import { disc, line, outline, polygon, roundSquare, together, where, without, type Shape } from './shapes.ts';

/** Red, green, blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

/** A picture: shapes over each other, each in one colour. */
export type Picture = readonly (readonly [Shape, Colour])[];

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
const teal: Colour = [11, 114, 133];

/** A state's shape, and the colour that helps those who see colours. Shapes alone tell them apart. */
const states: Readonly<Record<string, readonly [Shape, Colour]>> = {
  // A full disc with a tick cut out.
  'up-to-date': [without(disc(0.46), line(0.12, [-0.21, 0.02], [-0.06, 0.17], [0.22, -0.15])), [47, 158, 68]],
  // An open ring with an arrow's head: it turns.
  working: [
    together(
      where(outline(disc(0.34), 0.14), (x, y) => !(x > 0 && y < 0 && x > -y * 0.35)),
      polygon(3, 0.18, { turn: Math.PI / 2, middleY: -0.34 }),
    ),
    [28, 126, 214],
  ],
  // A clock's ring with its hands.
  waiting: [together(outline(disc(0.4), 0.11), line(0.1, [0, -0.22], [0, 0.02], [0.16, 0.13])), [230, 119, 0]],
  // A triangle with an exclamation mark cut out.
  'needs-you': [
    without(
      polygon(3, 0.58, { middleY: 0.14 }),
      line(0.11, [0, -0.12], [0, 0.12]),
      where(disc(1), (x, y) => Math.hypot(x, y - 0.28) < 0.065),
    ),
    [224, 49, 49],
  ],
  // Two bars.
  paused: [together(line(0.22, [-0.2, -0.3], [-0.2, 0.3]), line(0.22, [0.2, -0.3], [0.2, 0.3])), [92, 124, 250]],
  // A full square with a cross cut out.
  stopped: [
    without(roundSquare(0.44, 0.08), line(0.12, [-0.2, -0.2], [0.2, 0.2]), line(0.12, [-0.2, 0.2], [0.2, -0.2])),
    [134, 142, 150],
  ],
};

/** The six pictures of the tray, in colour and, for macOS, in black alone. */
export const trayPictures: readonly { readonly name: string; readonly picture: Picture }[] = Object.entries(
  states,
).flatMap(([name, [shape, colour]]) => [
  { name, picture: [[shape, colour]] },
  { name: `${name}-Template`, picture: [[shape, black]] },
]);

/** The program's own icon: the bridge of the renderer's `icon.svg`. */
export const appPicture: Picture = [
  [roundSquare(0.5, 14 / 64), teal],
  [
    together(
      line(5 / 64, [-0.375, 0.1875], [0.375, 0.1875]),
      bridgeArc(5 / 64),
      ...[-12, 0, 12].map((x) => line(5 / 64, [x / 64, 0.1875], [x / 64, x === 0 ? -0.125 : 1 / 64])),
    ),
    white,
  ],
];

/** From the left bank up to the middle and down again, as two curves of the third degree. */
function bridgeArc(width: number): Shape {
  const points: (readonly [number, number])[] = [];
  for (let step = 0; step <= 16; step += 1) {
    const t = step / 16;
    const at = ([a, b, c, d]: readonly [number, number, number, number]) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    points.push([(at([8, 16, 16, 32]) - 32) / 64, (at([44, 44, 24, 24]) - 32) / 64]);
  }
  const right = points.toReversed().map(([x, y]) => [-x, y] as const);
  return line(width, ...points, ...right);
}
