import { notifications } from '@mantine/notifications';
import { useCommand } from '../../../api/use-command.ts';
import { useRefresh } from '../../../api/use-refresh.ts';
import { useWords } from '../../../words/words.ts';

/** Brings articles of the website back in step with the till, and says what that came to. */
export function useMend() {
  const words = useWords();
  const { drift: texts } = words.texts.activity.stock;
  const refresh = useRefresh();
  return useCommand(async (api, names: string[] | 'all') => {
    const { mended, counting, underWay } = await api.stock.mend({ names });
    const said = [
      mended.length > 0 ? texts.mended(words.number(mended.length)) : null,
      counting.length > 0 ? texts.counting(words.number(counting.length)) : null,
      underWay.length > 0 ? texts.underWay(words.number(underWay.length)) : null,
    ].filter((sentence) => sentence !== null);
    notifications.show({ message: said.length > 0 ? said.join(' ') : texts.nothing, color: 'teal' });
    refresh();
  });
}
