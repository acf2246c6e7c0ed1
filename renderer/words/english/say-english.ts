import { createEngineWords, type Catalogue } from '../engine-words.ts';

/** Where the engine names a command or a file, as it is read in a terminal, a screen names its like. */
const screens: Catalogue = {
  // The list says already that it is held back.
  'held: {why:saying}': '{why}',
  'Give both the same number, or say which article it is: tillbridge stock alias. If its stock is not the till’s to say, leave it out in the settings (website.exclude).':
    'Give both the same number, or say under Activity, Website stock, which article it is. If its stock is not the till’s to say, leave it out in the settings under Website.',
  'Give each article of the till a number of its own, or say which is meant: tillbridge stock alias.':
    'Give each article of the till a number of its own, or say under Activity, Website stock, which is meant.',
  'Let it begin to count: tillbridge stock mend, with its number. If it is made to order, leave it out in the settings (website.exclude).':
    'Let it begin to count under Activity, Website stock. If it is made to order, leave it out in the settings under Website.',
  'Make them one in the till. If they are different people, say so: tillbridge person split, with both numbers.':
    'Make them one in the till. If they are different people, say so under Find (“These are not one person”).',
  'See "tillbridge problems" for those that are open.': 'The list shows those that are open.',
  'Wait for it to end; "tillbridge status" shows how far it is.': 'Wait for it to end; Today shows how far it is.',
  'With a website, or with "people": {"join": "always"} in settings.json, customers are joined.':
    'With a website, or where the settings under People say so, customers are joined.',
  'Name a customer by the number at the till, or by the e-mail address on the website; tillbridge find looks for names.':
    'Name a customer by the number at the till, or by the e-mail address on the website; Find looks for names.',
  'Name it by its article number or its key, as the till was last read: tillbridge find <number>':
    'Name it by its article number, or by its number in the till; Find knows both.',
  'See "tillbridge stock" for the numbers there, as the website was last read.':
    'The numbers there stand under Activity, Website stock.',
  'Add a destination of kind "squarespace" to settings.json.': 'Add Squarespace in the settings under Destinations.',
  'Store it with "tillbridge secret set {id:key}", or set {variable:key}.': 'Give it in the settings.',
  'Give it in the settings under Reports, store it with "tillbridge secret set {id:key}", or set {variable:key}.':
    'Give it in the settings under Reports.',
  'One home folder serves one till and one website. Take one of them out of settings.json, or give it a home folder of its own.':
    'One home folder serves one till and one website. Take one of them out of the settings, or give it a home folder of its own.',
  'Their sums cannot be added up. Sell in {currency:key} there, or correct shop.currency in settings.json.':
    'Their sums cannot be added up. Sell in {currency} there, or correct the currency in the settings under Shop.',
  'Make one in {label}, and store it with "tillbridge secret set" and the destination\'s id.':
    'Make one in {label}, and give it here in the settings.',
  'Make a new key in {label} (Settings, Advanced, Developer API Keys), and store it with "tillbridge secret set" and the destination\'s id.':
    'Make a new key in {label} (Settings, Advanced, Developer API Keys), and give it here in the settings.',
  'Store an API key instead (Settings, Advanced, Developer API Keys) and choose "An API key of the site" in the settings (auth: "key"), or store a fresh token with "tillbridge secret set" and the destination\'s id.':
    'Give an API key instead (Settings, Advanced, Developer API Keys) and choose “An API key of the site” in the settings, or give a fresh token here.',
  '"tillbridge till describe" lists its tables.': 'Its tables stand in the settings under Till.',
};

/** Says the engine's sentences, which speak English already, for whoever reads them on a screen. */
export const sayEnglish = createEngineWords(screens, {});
