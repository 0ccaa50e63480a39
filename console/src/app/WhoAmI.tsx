import { endSession } from '../store/session.ts';
import { useDesk } from './desk.ts';
import { useWords } from './words.ts';

/** As whom one acts: name, role, department; and the way out. */
export function WhoAmI() {
  const { viewer } = useDesk();
  const { t, department } = useWords();
  const roles = viewer.roles.map((role) => t(`role.${role}`)).join(' · ');
  const where = viewer.department === null ? '' : ` · ${department(viewer.department)}`;
  return (
    <>
      <span className="who" data-testid="viewer">
        <b>{viewer.name}</b> <span className="quiet">{`${roles}${where}`}</span>
      </span>
      <button type="button" className="plain" onClick={() => endSession('byChoice')}>
        {t('app.signOut')}
      </button>
    </>
  );
}
