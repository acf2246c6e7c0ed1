import { useLocation } from 'wouter';
import { RunList } from './run-list.tsx';
import { RunPage } from './run-page.tsx';

/** The runs, or one of them: `/activity/runs/17`. */
export function Runs() {
  const [location] = useLocation();
  const id = Number(location.split('/')[3]);
  return Number.isInteger(id) && id > 0 ? <RunPage key={id} id={id} /> : <RunList />;
}
