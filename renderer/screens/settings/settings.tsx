/** Under construction by its own engineer. */
export function Settings() {
  return null;
}
