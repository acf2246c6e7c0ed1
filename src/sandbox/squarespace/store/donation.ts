/** Money that somebody gave for nothing: it shows among the transactions, and is no order. */
export interface Donation {
  readonly id: string;
  readonly email: string | null;
  readonly amount: number;
  readonly givenOn: number;
}
