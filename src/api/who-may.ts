/** Who may use a procedure: everybody whom a door lets in, or the owner alone. */
export interface WhoMay {
  readonly role: 'staff' | 'owner';
}

/** Says of a procedure who may use it. */
export function mustBe(role: WhoMay['role']): WhoMay {
  return { role };
}
