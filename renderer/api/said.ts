import { ORPCError } from '@orpc/client';

/** What went wrong, in the engine's own words where it has any. */
export function saidOf(thrown: unknown): { readonly what: string; readonly hint: string } {
  if (thrown instanceof ORPCError) {
    const data: unknown = thrown.data;
    const hint = typeof data === 'object' && data !== null && 'hint' in data ? String(data.hint) : '';
    return { what: thrown.message, hint };
  }
  return { what: thrown instanceof Error ? thrown.message : String(thrown), hint: '' };
}
