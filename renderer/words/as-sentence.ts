/** A word in small letters at the beginning; what else may stand there, an address say, keeps its letters. */
const firstWord = /^\p{Ll}+(?= |,|: )/u;

/** What the log and the terminal say in small letters, as it stands by itself on a screen: `Reading the till: …`. */
export function asSentence(what: string): string {
  return what.replace(firstWord, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
