import { createTheme, MantineThemeProvider, Modal } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useWords } from './words/words.ts';

/** What the kit says by itself, in the window's language: a dialog's cross has a name. Its strip is none of the page. */
export function KitWords({ children }: { children: ReactNode }) {
  const { texts } = useWords();
  const theme = useMemo(
    () =>
      createTheme({
        components: {
          Modal: Modal.extend({
            defaultProps: {
              closeButtonProps: { 'aria-label': texts.keys.close },
              attributes: { header: { role: 'presentation' } },
            },
          }),
        },
      }),
    [texts],
  );
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  );
}
