import { createTheme } from '@mantine/core';

/** The kit's defaults, a little denser, with one accent colour that reads well in light and dark. */
export const theme = createTheme({
  primaryColor: 'cyan',
  // White can be read on it in both.
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, "Segoe UI", Roboto, sans-serif',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
  components: {
    // A table that is wider than its place is moved with the keys, too.
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
  },
});
