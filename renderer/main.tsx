import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './api/connect.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no place for the app');
createRoot(root).render(<App api={await connect(window)} />);
