import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/dispatch.css';
import './styles/incident.css';
import './styles/plans.css';
import './styles/command.css';
import './styles/department.css';
import './styles/access.css';
import './styles/audit.css';
import './styles/admin.css';
import './i18n/i18n.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { theme } from './store/preferences.ts';

// What is said in which of a hundred files of letters is more than all the other styles.
void import('./styles/fonts.ts');

const showTheme = (): void => {
  document.documentElement.dataset.theme = theme.get();
};
showTheme();
theme.watch(showTheme);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
