import { implement } from '@orpc/server';
import type { Host } from '../sync/host/host-contract.ts';
import { contract } from './contract.ts';
import type { WhoMay } from './who-may.ts';

/** What a door says of whoever asks. */
export interface ApiContext {
  readonly role: WhoMay['role'];
}

/** The contract, answered by one home's host. What goes wrong comes back in our own words, or as a mistake of ours without any. */
export function createRouter(host: Host) {
  const os = implement(contract)
    .$context<ApiContext>()
    .use(async ({ context, procedure, next, errors }) => {
      const { role } = procedure['~orpc'].meta;
      if (role === 'owner' && context.role !== 'owner') {
        throw errors.NOT_ALLOWED({ message: 'This is for the owner.', data: { hint: 'Ask the owner to do it.' } });
      }
      try {
        return await next();
      } catch (thrown) {
        const said = host.explain(thrown);
        if (!said) throw thrown;
        throw errors.REFUSED({ message: said.what, data: { reason: said.reason, hint: said.hint } });
      }
    });
  const { desk, problems, staffDoor } = host;
  const never = new AbortController().signal;

  return os.router({
    state: {
      now: os.state.now.handler(() => host.state()),
      place: os.state.place.handler(() => host.place()),
      me: os.state.me.handler(({ context }) => ({ role: context.role })),
      watch: os.state.watch.handler(({ signal }) => stream(host.watch(signal ?? never))),
    },
    runs: {
      sync: os.runs.sync.handler(({ input }) => host.sync(compact(input))),
      preview: os.runs.preview.handler(({ signal }) => host.preview(signal ?? never)),
      cancel: os.runs.cancel.handler(() => host.cancel()),
      pause: os.runs.pause.handler(({ input }) => host.pause(input.until)),
      resume: os.runs.resume.handler(() => host.resume()),
      list: os.runs.list.handler(({ input }) => host.runs(input.before, input.limit)),
      activity: os.runs.activity.handler(({ input }) => host.activity(input.days)),
      calls: os.runs.calls.handler(({ input }) => host.calls(input.limit)),
    },
    problems: {
      page: os.problems.page.handler(({ input }) => problems.page(compact(input))),
      groups: os.problems.groups.handler(({ input }) => problems.groups(compact(input))),
      card: os.problems.card.handler(({ input }) => problems.card(input.id)),
      recheck: os.problems.recheck.handler(({ input, signal }) => host.agent().recheck(input.id, signal ?? never)),
      dismiss: os.problems.dismiss.handler(
        ({ input }) => input.ids.filter((id) => host.agent().problems.dismiss(id, input.reason)).length,
      ),
      reopen: os.problems.reopen.handler(({ input }) => host.agent().problems.reopen(input.id)),
      assign: os.problems.assign.handler(({ input }) => problems.assign(input.ids, input.assignee)),
      assignees: os.problems.assignees.handler(() => problems.assignees()),
      document: os.problems.document.handler(({ input: { format, ...query } }) =>
        problems.document(compact(query), format),
      ),
    },
    find: os.find.handler(({ input, signal }) => {
      const { text, ...options } = compact(input);
      return host.agent().find(text, signal ?? never, options);
    }),
    people: {
      show: os.people.show.handler(({ input }) => host.agent().people.show(input.who)),
      join: os.people.join.handler(({ input }) => host.agent().people.join(input.one, input.other, input.because)),
      split: os.people.split.handler(({ input }) => host.agent().people.split(input.one, input.other, input.because)),
      undo: os.people.undo.handler(({ input }) => host.agent().people.undo(input.one, input.other)),
      said: os.people.said.handler(() => host.agent().people.said()),
      counts: os.people.counts.handler(() => host.agent().people.counts()),
    },
    stock: {
      list: os.stock.list.handler(() => host.agent().stock.list()),
      drift: os.stock.drift.handler(() => host.agent().stock.drift()),
      mend: os.stock.mend.handler(({ input, signal }) => host.agent().stock.mend(input.names, signal ?? never)),
      aliases: os.stock.aliases.handler(() => host.agent().stock.aliases()),
      say: os.stock.say.handler(({ input }) => host.agent().stock.say(input.article, input.variant)),
      unsay: os.stock.unsay.handler(({ input }) => host.agent().stock.unsay(input.variant)),
    },
    queue: {
      list: os.queue.list.handler(({ input }) => host.agent().queue.list(compact(input))),
      retry: os.queue.retry.handler(({ input }) => host.agent().queue.retry(input.ids)),
      discard: os.queue.discard.handler(({ input }) => host.agent().queue.discard(input.ids)),
    },
    settings: {
      read: os.settings.read.handler(async () => ({
        settings: desk.settings(),
        schema: desk.schema(),
        destinationKinds: desk.destinationKinds(),
        secrets: await desk.secrets(),
      })),
      save: os.settings.save.handler(({ input }) => desk.save(input.settings)),
      setSecret: os.settings.setSecret.handler(({ input }) => desk.setSecret(input.id, input.value)),
      forgetSecret: os.settings.forgetSecret.handler(({ input }) => desk.forgetSecret(input.id)),
      test: os.settings.test.handler(({ input, signal }) => desk.test(input.settings, input.only, signal ?? never)),
      setQuiet: os.settings.setQuiet.handler(({ input }) => desk.setQuiet(input.quiet)),
      sendReport: os.settings.sendReport.handler(({ signal }) => host.sendReport(signal ?? never)),
      makeSample: os.settings.makeSample.handler(() => desk.makeSample()),
    },
    staffDoor: {
      read: os.staffDoor.read.handler(() => ({ hasPin: staffDoor.hasPin(), network: staffDoor.network() })),
      setPin: os.staffDoor.setPin.handler(({ input }) => staffDoor.setPin(input.pin)),
      forgetPin: os.staffDoor.forgetPin.handler(() => staffDoor.forgetPin()),
    },
    till: {
      find: os.till.find.handler(({ signal }) => desk.findTills(signal ?? never)),
      describe: os.till.describe.handler(({ input }) => desk.describeTill(input.till)),
      characterSets: os.till.characterSets.handler(({ input }) => desk.characterSets(input.till)),
      suggest: os.till.suggest.handler(({ input }) => desk.suggestProfile(input.till)),
      profile: os.till.profile.handler(() => desk.profile()),
      saveProfile: os.till.saveProfile.handler(({ input }) => desk.saveProfile(input.profile)),
      tryProfile: os.till.tryProfile.handler(({ input }) => desk.tryProfile(input.till, input.profile, input.shop)),
    },
  });
}

async function* stream<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* source;
}

/** What was said, without what was left open: an absent wish is no wish for nothing. */
function compact<Given extends object>(given: Given): { [K in keyof Given]: Exclude<Given[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
