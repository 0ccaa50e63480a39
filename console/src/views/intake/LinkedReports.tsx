import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { unlinkReport } from '../../api/documents/intake.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { placeText, useWords } from '../../app/words.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';

function Unlink({ incident, report }: { incident: string; report: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const command = useCommand(unlinkReport);
  if (!open)
    return (
      <ActionButton action="unlink" onClick={() => setOpen(true)}>
        {t('judge.unlink')}
      </ActionButton>
    );
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('judge.unlink')}
      warning={t('judge.sureUnlink')}
      field="reason"
      command={command}
      onBack={() => setOpen(false)}
      onSubmit={(reason) => command.run({ incident, report, reason })}
    />
  );
}

/** The reports beside the first, each of which can be taken off again. */
export function LinkedReports({ incident, acting }: { incident: Incident; acting: boolean }) {
  const words = useWords();
  const { t } = words;
  if (incident.linked.length === 0) return null;
  const may = acting && incident.may.includes('unlinkReport') && incident.status !== 'MERGED';
  return (
    <>
      <h3>
        {t('judge.linked')} <span className="quiet">{incident.linked.length}</span>
      </h3>
      <ul className="linked" data-testid="linked-reports">
        {incident.linked.map((report) => (
          <li key={report.report} data-scope>
            {report.what} · {t(`channel.${report.channel}`)} · {placeText(report.place)}{' '}
            <ActorName actor={report.linked.by} />{' '}
            <time className="quiet">{words.time(report.linked.occurredAt)}</time>
            {may && <Unlink incident={incident.id} report={report.report} />}
          </li>
        ))}
      </ul>
    </>
  );
}
