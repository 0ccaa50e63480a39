import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { signInOptionsDocument } from '../../api/documents/session.ts';
import { Preferences } from '../../app/Preferences.tsx';
import { useText } from '../../i18n/text.ts';
import { Field } from '../../parts/Field.tsx';
import { signedOut } from '../../store/session.ts';
import { useSignal } from '../../store/signal.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { useSignIn } from './useSignIn.ts';

// Who installed the console did it on a device of their own.
const installed = (): boolean => window.matchMedia('(display-mode: standalone)').matches;

export function SignIn() {
  const t = useText();
  const why = useSignal(signedOut);
  const [options] = useQuery({ query: signInOptionsDocument });
  const { state, signIn } = useSignIn();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(installed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void signIn(account.trim(), password, keep);
  };
  const demo = options.data?.signInOptions.demoAccounts ?? [];
  const fault = state.at === 'refused' ? state.message : undefined;
  return (
    <main className="sign-in">
      <div className="sign-in-bar">
        <Preferences />
      </div>
      <h1>{t('app.title')}</h1>
      <p className="quiet">{t('app.subtitle')}</p>
      {why !== null && <p className="notice">{t(`signIn.${why}`)}</p>}
      <form onSubmit={submit}>
        <Field label={t('signIn.account')}>
          {(props) => (
            <input
              {...props}
              name="account"
              autoComplete="username"
              // biome-ignore lint/a11y/noAutofocus: signing in is all there is to do here
              autoFocus
              required
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('signIn.password')}>
          {(props) => (
            <input
              {...props}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <label className="check">
          <input
            type="checkbox"
            data-testid="keep-signed-in"
            checked={keep}
            onChange={(event) => setKeep(event.target.checked)}
          />{' '}
          {t('signIn.keep')}
        </label>
        <button type="submit" className="primary" disabled={state.at === 'asking'}>
          {t('signIn.submit')}
        </button>
        {fault !== undefined && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        {(state.at === 'unreachable' || options.error?.networkError) && (
          <p className="fault" role="alert">
            {t('signIn.unreachable')}
          </p>
        )}
      </form>
      {demo.length > 0 && (
        <DemoAccounts accounts={demo} onChoose={(chosen, secret) => signIn(chosen, secret, keep)} />
      )}
    </main>
  );
}
