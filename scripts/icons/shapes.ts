/** How far a point is from a shape's edge: negative inside. The picture is 1 wide and high, its middle at 0, y down. */
export type Shape = (x: number, y: number) => number;

/** A disc around the middle. */
export function disc(radius: number): Shape {
  return (x, y) => Math.hypot(x, y) - radius;
}

/** The edge of a shape, drawn with a pen. */
export function outline(shape: Shape, width: number): Shape {
  return (x, y) => Math.abs(shape(x, y)) - width / 2;
}

/** A line with round ends through points. */
export function line(width: number, ...points: readonly (readonly [number, number])[]): Shape {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [index, [toX, toY]] of points.entries()) {
      const [fromX, fromY] = points[index - 1] ?? [toX, toY];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
      nearest = Math.min(nearest, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
    }
    return nearest - width / 2;
  };
}

/** A square with round corners; `half` is from the middle to a side. */
export function roundSquare(half: number, corner: number): Shape {
  return (x, y) => {
    const [dx, dy] = [Math.abs(x) - half + corner, Math.abs(y) - half + corner];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };
}

/** A regular polygon around a middle, its first corner at an angle (0 is up). */
export function polygon(corners: number, radius: number, { turn = 0, middleY = 0 } = {}): Shape {
  const apothem = radius * Math.cos(Math.PI / corners);
  return (x, y) => {
    let farthest = Number.NEGATIVE_INFINITY;
    for (let side = 0; side < corners; side += 1) {
      const angle = ((side + 0.5) * 2 * Math.PI) / corners + turn;
      farthest = Math.max(farthest, x * Math.sin(angle) - (y - middleY) * Math.cos(angle));
    }
    return farthest - apothem;
  };
}

/** Everything that is in any of the shapes. */
export function together(...shapes: readonly Shape[]): Shape {
  return (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
}

/** A shape with others cut out of it. */
export function without(shape: Shape, ...cut: readonly Shape[]): Shape {
  return (x, y) => Math.max(shape(x, y), ...cut.map((each) => -each(x, y)));
}

/** A part of a shape: the points at which the test holds. */
export function where(shape: Shape, test: (x: number, y: number) => boolean): Shape {
  return (x, y) => (test(x, y) ? shape(x, y) : 1);
}
