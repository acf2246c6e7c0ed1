/** Facts of a record that guards, and connectors that send changes, compare with what a destination has: a price, a stock, whether there is an e-mail. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
