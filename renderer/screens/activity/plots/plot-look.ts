/** How every plot is drawn: in the kit's colours, which are others in the dark, and without moving. */
export const ink = {
  first: 'light-dark(var(--mantine-color-cyan-8), var(--mantine-color-cyan-4))',
  second: 'light-dark(var(--mantine-color-orange-8), var(--mantine-color-orange-4))',
  third: 'light-dark(var(--mantine-color-grape-8), var(--mantine-color-grape-4))',
  axis: 'var(--mantine-color-dimmed)',
  grid: 'var(--mantine-color-default-border)',
} as const;

/** Axes with small, quiet figures. */
export const axis = {
  stroke: ink.axis,
  tick: { fontSize: 12, fill: ink.axis },
  tickLine: false,
} as const;

/** What is said of a point on hover. */
export const hoverLook = {
  contentStyle: {
    background: 'var(--mantine-color-body)',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: 8,
    color: 'var(--mantine-color-text)',
  },
  itemStyle: { color: 'var(--mantine-color-text)' },
  cursor: { fill: 'var(--mantine-color-default-hover)' },
} as const;

/** The height of a plot, in pixels. */
export const plotHeight = 240;
