/** Under construction by its own engineer. */
export function Activity() {
  return null;
}
