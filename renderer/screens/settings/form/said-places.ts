/** A place that the engine says is wrong, and what would be right. */
export interface SaidPlace {
  /** `shop.country`, `destinations[0].baseUrl`. */
  readonly place: string;
  readonly expected: string;
}

const line = /^\s*(?:(?<destination>[a-z][a-z0-9-]*): )?(?<place>[\w.[\]-]+): expected (?<expected>.+)$/;

/** The places that a refusal names, line by line; a destination is named by its id there, and is one of `ids`. */
export function saidPlaces(refusal: string, ids: readonly string[]): readonly SaidPlace[] {
  return refusal.split('\n').flatMap((text) => {
    const { destination, place = '', expected = '' } = line.exec(text)?.groups ?? {};
    if (place === '') return [];
    const index = destination === undefined ? -1 : ids.indexOf(destination);
    return [{ place: index < 0 ? place : `destinations[${index}].${place}`, expected }];
  });
}
