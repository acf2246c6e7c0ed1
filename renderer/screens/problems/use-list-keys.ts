import { useHotkeys } from '@mantine/hooks';

/** What is typed there belongs to whoever has it. */
const busyPlaces = 'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** Keys of the list and of its card. They keep quiet while somebody writes, or answers a question. */
export function useListKeys(keys: Readonly<Record<string, () => void>>): void {
  useHotkeys(
    Object.entries(keys).map(([key, act]) => [
      key,
      (event: KeyboardEvent) => {
        if (event.target instanceof Element && event.target.closest(busyPlaces)) return;
        event.preventDefault();
        act();
      },
      { preventDefault: false },
    ]),
    [],
  );
}
