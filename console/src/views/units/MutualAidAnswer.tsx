import { answerMutualAid } from '../../api/documents/mutualAid.ts';
import type { Incident, MutualAid } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandForm, type FormField } from '../command/CommandForm.tsx';

const lines = (text: string): string[] =>
  text
    .split(/[\n,，、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Enters what the other jurisdiction answered: which of its units come, or why none does. */
export function MutualAidAnswer({
  incident,
  aid,
  granted,
  onDone,
}: {
  incident: Incident;
  aid: MutualAid;
  granted: boolean;
  onDone: () => void;
}) {
  const { city } = useDesk();
  const { t, name, capability } = useWords();
  const about = { incident: incident.id, request: aid.request, granted };
  const note: FormField = {
    name: 'note',
    label: granted ? t('mutualAid.note') : t('mutualAid.whyDeclined'),
    optional: granted,
  };
  if (!granted)
    return (
      <CommandForm
        document={answerMutualAid}
        fields={[note]}
        submit={t('mutualAid.decline')}
        revision={incident.revision}
        said={(values) => ({ ...about, units: [], note: (values.note ?? '').trim() })}
        onDone={onDone}
      />
    );
  return (
    <CommandForm
      document={answerMutualAid}
      fields={[
        {
          name: 'units',
          label: t('mutualAid.callSigns'),
          kind: 'long',
          help: t('mutualAid.callSignsHelp'),
        },
        {
          name: 'department',
          label: t('mutualAid.worksWith'),
          kind: 'choice',
          options: city.city.departments.map((one) => ({ value: one.id, text: name(one.name) })),
        },
        { name: 'kind', label: t('mutualAid.kind') },
        note,
      ]}
      initial={{ kind: capability(aid.capability) }}
      submit={t('mutualAid.grant')}
      revision={incident.revision}
      said={({ units = '', department = '', kind = '', ...values }) => ({
        ...about,
        units: lines(units).map((callSign) => ({ callSign, department, kind: kind.trim() })),
        note: (values.note ?? '').trim(),
      })}
      onDone={onDone}
    />
  );
}
