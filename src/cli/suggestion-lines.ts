export function suggestionLines(...given: unknown[]): readonly string[] {
  return given.map(String);
}
