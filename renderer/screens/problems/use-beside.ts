import { useMediaQuery } from '@mantine/hooks';

/** Whether the window has room for a card beside the list; else it lies over it. As in the style sheet. */
export function useBeside(): boolean {
  return useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
}
