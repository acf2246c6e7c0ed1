/** Words that Firebird or SQLite keep for themselves and that tills have used as names all the same. */
const kept = new Set(
  `ADD ALL ALTER AND AS AT AVG BEGIN BETWEEN BOTH BY CASE CHAR CHECK COLUMN COMMIT COUNT CREATE CROSS CURRENT CURSOR DATE DAY DEC DECIMAL
  DEFAULT DELETE DESC ASC DISTINCT DROP ELSE END EXISTS EXTRACT FOR FOREIGN FROM FULL GROUP HAVING HOUR IN INDEX INNER INSERT INTEGER INTO IS
  JOIN KEY LEFT LIKE LIMIT LONG MAX MIN MINUTE MONTH NATURAL NO NOT NULL NUMERIC OF ON ONLY OR ORDER OUTER PARAMETER PLAN POSITION PRECISION
  PRIMARY REAL REFERENCES RIGHT ROW ROWS SECOND SELECT SET SIZE SOME START SUM TABLE THEN TIME TIMESTAMP TO TRIGGER TRIM UNION UNIQUE UPDATE
  UPPER LOWER USER USING VALUE VALUES VARCHAR VIEW WHEN WHERE WITH YEAR OFFSET FIRST SKIP`.split(/\s+/),
);

/** A name as it has to stand in SQL: in quotes where its author mixed the case, or chose a word of SQL. */
export function sqlName(name: string): string {
  return /^[A-Z][A-Z0-9_$]*$/.test(name) && !kept.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A column of a table that has an alias of its own: `K.NAME1`. */
export function sqlColumn(alias: string, name: string): string {
  return `${alias}.${sqlName(name)}`;
}
