import { logInWords, type LogInLanguage, type Trouble } from './log-in-words.ts';

/** What the page says above its form. */
export interface LogInSays {
  /** Whether staff may come in with a PIN; else there is only the owner's link. */
  readonly pin: boolean;
  /** What was wrong with the last try. */
  readonly trouble?: Trouble;
  readonly language: LogInLanguage;
}

/** The page for whoever is not let in yet. It works without scripts. */
export function logInPage({ pin, trouble, language }: LogInSays): string {
  const words = logInWords[language];
  const said = (what: Trouble) => (typeof what === 'string' ? words[what] : words.wait(String(what.waitSeconds)));
  const alert = trouble === undefined ? '' : `<p role="alert">${said(trouble)}</p>`;
  const form = pin
    ? `<form method="post" action="/log-in">
        <label for="pin">${words.pin}</label>
        <input id="pin" name="pin" type="password" autocomplete="current-password" required autofocus maxlength="64">
        <button>${words.open}</button>
      </form>`
    : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tillbridge</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { display: grid; place-items: center; min-height: 100vh; margin: 0; padding: 1rem; box-sizing: border-box; }
  main { max-width: 24rem; width: 100%; }
  form { display: grid; gap: .5rem; }
  h1 { font-size: 1.5rem; margin: 0 0 1rem; }
  label { font-weight: 600; }
  input, button { font: inherit; padding: .6rem .75rem; border-radius: .5rem; border: 1px solid GrayText; }
  button { border-color: transparent; background: #0b7285; color: #fff; font-weight: 600; cursor: pointer; }
  button:hover { background: #095c6b; }
  input:focus-visible, button:focus-visible { outline: 2px solid #15aabf; outline-offset: 2px; }
  form + p { font-size: .875rem; }
  [role=alert] { border-left: .25rem solid; padding-left: .75rem; }
</style>
</head>
<body>
<main>
  <h1>Tillbridge</h1>
  ${alert}
  ${form}
  <p>${words.owner.before} <code>${words.owner.command}</code> ${words.owner.after}</p>
</main>
</body>
</html>
`;
}
