import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file, in whatever form it is written. */
export interface Import {
  readonly specifier: string;
  /** Gone when the types are stripped. */
  readonly typeOnly: boolean;
}

/** What the rules want to know of a file. */
export interface Source {
  /** From the root of the tree, with slashes: `src/model/money.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Whether it hands on what another file exports. */
  readonly handsOn: boolean;
  /** Expressions that ask the machine for the time or for chance: `Date.now`, `new Date()`, `Math.random`. */
  readonly asksTheMachine: readonly string[];
  /** Names of variables of the file itself that can be given another value. */
  readonly changingState: readonly string[];
}

/** Reads a file of TypeScript. Throws where it cannot be parsed, so that nothing passes unread. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text, {
    lang: path.endsWith('.tsx') ? 'tsx' : 'ts',
    sourceType: 'module',
  });
  const [error] = errors;
  if (error) throw new Error(`parsing ${path}: ${error.message}`);

  const imports: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const handedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
  );
  const asksTheMachine: string[] = [];
  new Visitor({
    TSImportType: ({ source }) => imports.push({ specifier: source.value, typeOnly: true }),
    // One that is computed cannot be judged, and is not allowed under its own text.
    ImportExpression: ({ source }) =>
      imports.push({
        specifier: source.type === 'Literal' ? String(source.value) : text.slice(source.start, source.end),
        typeOnly: false,
      }),
    MemberExpression: ({ start, end }) => {
      const written = text.slice(start, end).replaceAll(/\s/g, '');
      if (written === 'Date.now' || written === 'Math.random') asksTheMachine.push(written);
    },
    NewExpression: ({ callee, arguments: args }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0)
        asksTheMachine.push('new Date()');
    },
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date') asksTheMachine.push('Date()');
    },
  }).visit(program);

  const changingState = program.body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .flatMap((statement) =>
      statement?.type === 'VariableDeclaration' && statement.kind !== 'const'
        ? statement.declarations.map(({ id }) => text.slice(id.start, id.end))
        : [],
    );

  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...imports, ...handedOn],
    handsOn: handedOn.length > 0,
    asksTheMachine,
    changingState,
  };
}
