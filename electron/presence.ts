import { app } from 'electron';
import type { Instant } from '../src/model/ids.ts';
import type { Clock } from '../src/support/clock.ts';
import { messageOf } from '../src/support/errors.ts';
import type { HostState } from '../src/sync/host/host-contract.ts';
import { keepEngine, type EngineLife } from './engine/keep-engine.ts';
import { listenToEngine, type LineToEngine } from './engine/listen-to-engine.ts';
import { createNotices } from './notices/notices.ts';
import { isQuiet, usualQuiet } from './notices/quiet-hours.ts';
import { keepPreferences, type Preferences } from './preferences.ts';
import { startAtLogIn } from './starting/start-at-log-in.ts';
import type { TrayIcon } from './tray/create-tray.ts';
import { stateOf, type Known } from './tray/known.ts';
import { inAnHour, tomorrowMorning } from './tray/pause-times.ts';
import type { TrayCommands } from './tray/tray-menu.ts';
import { keepUpdated, type Updates } from './updates/keep-updated.ts';
import { createUpdateProof } from './updates/update-proof.ts';
import type { UpdateRecord } from './updates/update-record.ts';
import type { UpdateSource } from './updates/update-source.ts';
import type { Windows } from './window/windows.ts';
import { wordsFor } from './words/words-for.ts';

/** What the app is while no window is open: the engine, the tray, notifications and updates. */
export interface Presence {
  /** A new line to the engine, for a window. */
  readonly connect: ReturnType<typeof keepEngine>['connect'];
  /** The window's language: the tray speaks it, too. */
  speak(language: NonNullable<Preferences['language']>): void;
  begin(): Promise<void>;
  /** Ends the engine at its next commit, and takes the tray away; asked again, it is the same end. */
  end(): Promise<void>;
  /** Whether the engine is gone: until then the app has to stay. */
  isEnded(): boolean;
}

/** What the presence is made from. */
export interface PresenceParts {
  readonly home: string;
  readonly engine: string;
  readonly platform: NodeJS.Platform;
  readonly now: Clock;
  readonly ticks: () => number;
  readonly windows: Windows;
  /** Absent where nobody is there to look at one. */
  readonly makeTray?: (onOpen: () => void) => TrayIcon;
  readonly updates: UpdateSource | undefined;
}

/** Ages in the tooltip grow, and quiet hours end, without a word of the engine's. */
const drawEvery = 30_000;

/** Progress comes several times a second; nobody reads a tooltip so fast. */
const drawAtMostEvery = 1000;

/** A new version whose engine dies so often before its first word does not start. */
const mostDeaths = 3;

/** Keeps the app present. */
export function createPresence(parts: PresenceParts): Presence {
  const { home, now, ticks, windows, platform } = parts;
  const preferences = keepPreferences(app.getPath('userData'));
  let words = wordsFor(preferences.now().language ?? app.getLocale());
  const proof = createUpdateProof(home, app.getVersion());
  const notices = createNotices({
    now,
    isQuiet: () => isQuiet(quietHours, now()),
    onClick: () => windows.open(),
  });
  const engine = keepEngine({ script: parts.engine, home, ticks, onLife });
  const tray = parts.makeTray?.(() => windows.open());
  let line: LineToEngine | undefined;
  let state: HostState | null = null;
  /** The last that the engine said of them: they hold also while it is gone. */
  let quietHours = usualQuiet;
  let deaths = 0;
  /** The windows' lines have died with an engine. */
  let isCutOff = false;
  let updates: Updates | undefined;
  let drawn = '';
  let soon: NodeJS.Timeout | undefined;
  let always: NodeJS.Timeout | undefined;
  let ending: Promise<void> | undefined;

  const known = (): Known => ({ engine: engine.life(), state });

  function draw(): void {
    clearTimeout(soon);
    soon = undefined;
    const facts = known();
    const { name, sentence } = stateOf(facts, words);
    drawn = name;
    const menu = {
      known: facts,
      words,
      preferences: preferences.now(),
      update: updates?.waiting(),
      mayUpdate: updates !== undefined,
      commands,
    };
    tray?.show(menu, now());
    // Before the engine's first word, and before a shop's first run, nothing can be news.
    if (facts.engine === 'down' || state?.trouble || state?.status?.lastRun)
      notices.state(name, words.states[name], sentence);
    const isIdle = state !== null && state.underway === null && state.status?.state !== 'working';
    updates?.consider({ isIdle, isOpen: windows.isOpen() });
  }

  function onState(word: HostState): void {
    state = word;
    quietHours = word.notices ?? quietHours;
    deaths = 0;
    if (word.trouble) void blameUpdate();
    else proof.proven();
    if (stateOf(known(), words).name !== drawn) draw();
    else soon ??= setTimeout(draw, drawAtMostEvery);
  }

  function onLife(life: EngineLife): void {
    line?.close();
    line = undefined;
    state = null;
    if (life === 'down') {
      deaths += 1;
      if (deaths >= mostDeaths) void blameUpdate();
    }
    if (life === 'up') {
      line = listenToEngine(engine.connect(), onState);
      if (isCutOff) windows.renew(engine.connect);
      isCutOff = false;
    }
    if (life === 'down' || life === 'ending') isCutOff = true;
    draw();
  }

  /** Where a new version has not proven itself, its data goes back to what it was before. */
  async function blameUpdate(): Promise<void> {
    const blamed = proof.blamed();
    if (!blamed) return;
    await engine.stop();
    tellRolledBack(await proof.rollBack(blamed));
    engine.start();
  }

  function tellRolledBack(update: UpdateRecord | undefined): void {
    if (update) notices.say(words.update.rolledBack(update.to), words.update.rolledBackBody(update.from));
  }

  /** What a person asked for, and was refused, is told in the engine's own words. */
  function ask(what: (api: LineToEngine['api']) => Promise<unknown>): void {
    if (line) what(line.api).catch((refused: unknown) => notices.say(words.notNow, messageOf(refused)));
  }

  /** What this computer does not let us do is told, and keeps nothing else from going on. */
  function tryHere(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      notices.say(words.notNow, messageOf(thrown));
    }
  }

  /** Where nobody is there to look at a tray, nobody logs in either. */
  function followLogIn(): void {
    if (tray) startAtLogIn(preferences.now().startsAtLogIn, platform);
  }

  const pause = (until: Instant) => ask((api) => api.runs.pause({ until }));
  const commands: TrayCommands = {
    open: (screen) => windows.open(screen),
    sync: () => ask((api) => api.runs.sync({})),
    pauseForAnHour: () => pause(inAnHour(now())),
    pauseUntilTomorrow: () => pause(tomorrowMorning(now())),
    resume: () => ask((api) => api.runs.resume()),
    installUpdate: () => void updates?.installNow(),
    setPreferences(change) {
      tryHere(() => preferences.change(change));
      tryHere(followLogIn);
      draw();
    },
    setQuiet: (quiet) => ask((api) => api.settings.setQuiet({ quiet })),
    quit: () => app.quit(),
  };

  function followUpdates(source: UpdateSource): Updates {
    return keepUpdated({
      source,
      home,
      version: app.getVersion(),
      ticks,
      isWanted: () => preferences.now().looksForUpdates,
      stopEngine: () => engine.stop(),
      startEngine: () => engine.start(),
      onReady({ version, asksSomebody }) {
        if (asksSomebody) notices.say(words.update.ready(version), words.update.readyBody);
        draw();
      },
      onFailed: (thrown) =>
        notices.say(
          words.update.notKept,
          thrown === undefined ? words.update.notStarted : words.update.notKeptBody(messageOf(thrown)),
        ),
    });
  }

  async function endAll(): Promise<void> {
    clearInterval(always);
    updates?.close();
    await engine.stop();
    clearTimeout(soon);
    tray?.destroy();
  }

  return {
    connect: engine.connect,
    speak(language) {
      if (preferences.now().language === language) return;
      tryHere(() => preferences.change({ language }));
      words = wordsFor(language);
      draw();
    },
    async begin() {
      tryHere(followLogIn);
      tellRolledBack(await proof.begin());
      engine.start();
      updates = parts.updates && followUpdates(parts.updates);
      always = setInterval(draw, drawEvery);
    },
    end: () => (ending ??= endAll()),
    isEnded: () => engine.life() === 'ended',
  };
}
