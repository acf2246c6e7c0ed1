/** What goes between a utility process's stand-in and its app, over Node's own channel. Ports travel by number. */
export type Relayed =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'on-port'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly port: number };
