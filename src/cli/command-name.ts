/** How the person calls this program: by its own name, or through npm from a clone of the source. */
export function commandName(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['npm_lifecycle_event'] === undefined ? 'tillbridge' : 'npm start --';
}
