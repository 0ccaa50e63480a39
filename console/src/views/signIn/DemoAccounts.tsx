import type { ResultOf } from 'gql.tada';
import type { signInOptionsDocument } from '../../api/documents/session.ts';
import { inLanguage } from '../../app/words.ts';
import { useText } from '../../i18n/text.ts';
import { language } from '../../store/preferences.ts';
import { useSignal } from '../../store/signal.ts';

type DemoAccount = ResultOf<typeof signInOptionsDocument>['signInOptions']['demoAccounts'][number];

/** Offered only while a demo city is in the log. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly DemoAccount[];
  onChoose: (account: string, password: string) => Promise<void>;
}) {
  const t = useText();
  const spoken = useSignal(language);
  return (
    <section className="demo-accounts" aria-label={t('signIn.demo')}>
      <h2>{t('signIn.demo')}</h2>
      <ul>
        {accounts.map(({ account, name, role, department, password }) => (
          <li key={account}>
            <button
              type="button"
              data-testid={`demo-${account}`}
              onClick={() => void onChoose(account, password)}
            >
              <b>{t(`role.${role}`)}</b>
              <span>{department === null ? '' : inLanguage(department, spoken)}</span>
              <span className="quiet">
                {name} · {account}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('signIn.demoNote', { password: accounts[0]?.password ?? '' })}</p>
    </section>
  );
}
