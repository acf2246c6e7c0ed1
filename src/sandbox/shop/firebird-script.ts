import type { Cell } from './draft.ts';
import { shopSteps, type ShopStep } from './shop-steps.ts';
import type { SampleShop } from './shop.ts';
import { sqlLiteral } from './sql-literal.ts';
import { encodeWindows1252 } from './windows-1252.ts';

/** Rows between two commits: few enough that the server need not remember much for taking them back. */
const rowsACommit = 20_000;

/**
 * A script for isql that builds the sample till in an empty database of character set NONE, piece by piece. Its texts
 * are bytes of Windows-1252, as an old till's are, so isql must be connected with character set NONE.
 */
export function* firebirdShopScript(shop: SampleShop): Generator<Uint8Array> {
  yield encodeWindows1252('SET TERM ^ ;\n');
  let uncommitted = 0;
  for (const step of shopSteps(shop, 'firebird')) {
    if (uncommitted >= rowsACommit || (uncommitted > 0 && step.kind === 'run')) {
      yield encodeWindows1252('COMMIT^\n');
      uncommitted = 0;
    }
    if (step.kind === 'insert') uncommitted += step.rows.length;
    yield encodeWindows1252(scriptOf(step));
  }
  yield encodeWindows1252('COMMIT^\nSET TERM ; ^\n');
}

function scriptOf(step: ShopStep): string {
  if (step.kind === 'run') return `${step.statement}^\n`;
  const into = `INSERT INTO ${step.table} (${step.columns.join(',')}) VALUES `;
  return blocksOf(step.rows.map((row) => `${into}(${row.map(literal).join(',')});`)).join('');
}

/** Firebird takes 255 statements and 64 KB of compiled code in a block, and each block costs one trip to the server. */
const blockRows = 200;
const blockLength = 40_000;

function blocksOf(inserts: readonly string[]): string[] {
  const blocks: string[][] = [];
  let length = 0;
  for (const insert of inserts) {
    const block = blocks.at(-1);
    length += insert.length;
    if (block && block.length < blockRows && length <= blockLength) block.push(insert);
    else {
      blocks.push([insert]);
      length = insert.length;
    }
  }
  return blocks.map((block) => `EXECUTE BLOCK AS BEGIN\n${block.join('\n')}\nEND^\n`);
}

/** isql drops carriage returns from what it reads, so they are made on the server. */
function literal(cell: Cell): string {
  return sqlLiteral(cell).replaceAll('\r', "'||ASCII_CHAR(13)||'");
}
