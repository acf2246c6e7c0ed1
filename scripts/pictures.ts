import { launchChromium } from './chromium/launch-chromium.ts';
import { takeScreens } from './pictures/take-screens.ts';
import { takeTerminal } from './pictures/take-terminal.ts';

const all = { screens: takeScreens, terminal: takeTerminal };
const wanted = process.argv.slice(2);
const browser = await launchChromium(process.env);
try {
  for (const [name, take] of Object.entries(all)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(browser);
  }
} finally {
  await browser.close();
}
