/** Settings while they are being changed: nobody has said yet that they are right. */
export type Tree = Readonly<Record<string, unknown>>;

/** Where something stands in a tree. */
export type Path = readonly (string | number)[];

/** A group of values; empty where there is none. */
export function asTree(value: unknown): Tree {
  return isTree(value) ? value : {};
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list; empty where there is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text; empty where there is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof part === 'number' ? asList(value)[part] : asTree(value)[part]),
    tree,
  );
}

/** The tree with something else at a path; undefined takes away what stands there. Everything beside the path stays the same object. */
export function withValueAt(tree: Tree, path: Path, value: unknown): Tree {
  return asTree(changed(tree, path, value));
}

function changed(before: unknown, [part, ...rest]: Path, value: unknown): unknown {
  if (part === undefined) return value;
  if (typeof part === 'number') {
    const list = asList(before);
    if (rest.length === 0 && value === undefined) return list.filter((_, index) => index !== part);
    const longer = part < list.length ? list : [...list, undefined];
    return longer.map((each, index) => (index === part ? changed(each, rest, value) : each));
  }
  const { [part]: old, ...others } = asTree(before);
  const next = changed(old, rest, value);
  return next === undefined ? others : { ...asTree(before), [part]: next };
}

/** A path as the engine writes it: `destinations[0].id`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${part}`),
    '',
  );
}
