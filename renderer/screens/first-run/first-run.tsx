/** Under construction by its own engineer. */
export function FirstRun() {
  return null;
}
