/** What the first thing that was found is known by on the page. */
export const findingMark = 'data-finding';

/** The first of what was found, to go to by keyboard; null where nothing was. */
export function firstFinding(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[${findingMark}]`);
}
