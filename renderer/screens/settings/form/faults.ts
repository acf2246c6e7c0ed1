import { shapeOf, type Schema } from './schema.ts';
import { asList, asTree, pathText, type Path } from './tree.ts';

/** What is wrong with one value, before anybody else is asked. */
export type Fault =
  | { readonly wrong: 'missing' | 'number' | 'whole' }
  | { readonly wrong: 'least' | 'most'; readonly limit: number }
  | { readonly wrong: 'form'; readonly of: string };

/** Everything wrong with a value by its schema, by the path where it stands. Whoever keeps the settings has the last word. */
export function faultsIn(schema: Schema, value: unknown, path: Path = []): ReadonlyMap<string, Fault> {
  const found = new Map<string, Fault>();
  collect({ schema, value, path, isNeeded: true }, found);
  return found;
}

interface Place {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: Path;
  readonly isNeeded: boolean;
}

function collect({ schema, value, path, isNeeded }: Place, found: Map<string, Fault>): void {
  const { shape, nullable, inner } = shapeOf(schema);
  const isOpen = value === undefined || value === '' || (value === null && !nullable);
  if (shape.is === 'group') {
    if (value === undefined && !isNeeded) return;
    for (const [name, each] of shape.fields) {
      const needed = (inner.required ?? []).includes(name);
      collect({ schema: each, value: asTree(value)[name], path: [...path, name], isNeeded: needed }, found);
    }
    return;
  }
  if (shape.is === 'list') {
    for (const [index, each] of asList(value).entries()) {
      collect({ schema: shape.item, value: each, path: [...path, index], isNeeded: true }, found);
    }
    return;
  }
  const fault = isOpen ? (isNeeded ? { wrong: 'missing' as const } : undefined) : plainFault(schema, value, path);
  if (fault) found.set(pathText(path), fault);
}

function plainFault(schema: Schema, value: unknown, path: Path): Fault | undefined {
  const { shape, inner } = shapeOf(schema);
  if (value === null) return undefined;
  if (shape.is === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return { wrong: 'number' };
    if (shape.whole && !Number.isInteger(value)) return { wrong: 'whole' };
    if (shape.least !== null && value < shape.least) return { wrong: 'least', limit: shape.least };
    if (shape.most !== null && value > shape.most) return { wrong: 'most', limit: shape.most };
    return undefined;
  }
  if (shape.is !== 'text' || inner.pattern === undefined) return undefined;
  const isFit = typeof value === 'string' && new RegExp(inner.pattern, 'u').test(value);
  return isFit ? undefined : { wrong: 'form', of: String(path.at(-1)) };
}
