/** Under construction by its own engineer. */
export function Problems() {
  return null;
}
