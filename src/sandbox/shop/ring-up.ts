import { pounds } from './product.ts';
import { lineTable, paymentTable, saleTable, type Dialect } from './schema.ts';
import { sqlLiteral } from './sql-literal.ts';

/** A sale that is rung up after the shop was built; amounts in pence. */
export interface RungUp {
  /** The number that comes next at the till. */
  readonly key: number;
  readonly customer: string | null;
  readonly soldAt: string;
  readonly reference: string | null;
  readonly method: string;
  readonly lines: readonly {
    readonly sku: string | null;
    readonly description: string;
    readonly quantity: number;
    readonly unitPrice: number;
  }[];
}

/** The statements with which the till's program would write a sale down. */
export function ringUp({ key, customer, soldAt, reference, method, lines }: RungUp, dialect: Dialect): string[] {
  /** The next number, as the till itself would take it. */
  const next = (generator: string) => (dialect === 'firebird' ? `NEXT VALUE FOR ${generator}` : 'NULL');
  const total = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const head = [
    next(saleTable.counted.generator),
    sqlLiteral(customer),
    sqlLiteral(soldAt),
    pounds(total),
    1,
    sqlLiteral(reference),
  ];
  return [
    `INSERT INTO ${saleTable.name} (SALENO, ACNO, SDATE, TOTAL, STAFFID, REFNO) VALUES (${head.join(', ')})`,
    ...lines.map(({ sku, description, quantity, unitPrice }) => {
      const line = [
        next(lineTable.counted.generator),
        key,
        sqlLiteral(sku),
        sqlLiteral(description),
        quantity,
        pounds(unitPrice),
        pounds(quantity * unitPrice),
      ];
      return `INSERT INTO ${lineTable.name} (LNID, SALENO, STKCODE, DESCR, QTY, PRICE, LNTOT) VALUES (${line.join(', ')})`;
    }),
    `INSERT INTO ${paymentTable.name} (PAYID, SALENO, METHOD, AMT) VALUES (${next(paymentTable.counted.generator)}, ${key}, ${sqlLiteral(method)}, ${pounds(total)})`,
  ];
}
