import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createScreen, errorLines } from '../../src/cli/screen.ts';
import { keptStream } from '../../scripts/kept-stream.ts';

describe('the screen', () => {
  test('says words on stdout and keeps the document to itself', () => {
    const [out, err] = [keptStream(), keptStream()];
    const screen = createScreen({ json: false, stdout: out.stream, stderr: err.stream });
    screen.say('one', 'two');
    screen.answer({ three: 3 });
    expect([out.text(), err.text()]).toEqual(['one\ntwo\n', '']);
  });

  test('with --json puts the document alone on stdout, and the words on stderr', () => {
    const [out, err] = [keptStream(), keptStream()];
    const screen = createScreen({ json: true, stdout: out.stream, stderr: err.stream });
    screen.say('one');
    screen.answer({ three: 3 });
    expect(JSON.parse(out.text())).toEqual({ three: 3 });
    expect(err.text()).toBe('one\n');
  });

  test('rewrites live lines on a terminal, and leaves no trace of them behind', () => {
    const out = keptStream(80);
    const screen = createScreen({ json: false, stdout: out.stream, stderr: keptStream().stream });
    screen.live(['reading 1', 'checking 1']);
    screen.live(['reading 2', 'checking 2']);
    screen.say('done');
    expect(out.text()).toBe(
      '\u001B[0Jreading 1\nchecking 1\n\u001B[2F\u001B[0Jreading 2\nchecking 2\n\u001B[2F\u001B[0Jdone\n',
    );
  });

  test('shows no live lines and no colours where there is no terminal', () => {
    const out = keptStream();
    const screen = createScreen({ json: false, stdout: out.stream, stderr: keptStream().stream });
    screen.live(['reading 1']);
    screen.say(screen.paint('bad', 'red'));
    expect(out.text()).toBe('red\n');
    expect(screen.width).toBeNull();
  });

  test('says of an error what happened and what to do, each place on its line', () => {
    const screen = createScreen({ json: false, stdout: keptStream().stream, stderr: keptStream().stream });
    expect(
      errorLines(screen, 'reading the settings:\n  till.host: expected a text', 'Correct this place.').map(
        stripVTControlCharacters,
      ),
    ).toEqual(['Stopped: reading the settings:', '  till.host: expected a text', 'What to do: Correct this place.']);
  });
});
