import { useText } from '../i18n/text.ts';

const diamond = 'M8 1 15 8 8 15 1 8Z';

function Shape({ priority }: { priority: number | null }) {
  switch (priority) {
    case 1:
      return <path d={diamond} fill="currentColor" />;
    case 2:
      return (
        <>
          <path d={diamond} />
          <path d="M8 5 11 8 8 11 5 8Z" fill="currentColor" />
        </>
      );
    case 3:
      return <path d={diamond} />;
    case 4:
      return <circle cx="8" cy="8" r="6" />;
    default:
      return <path d="M3 8h10" />;
  }
}

/** Priority by shape and fill: ◆ 1, ◈ 2, ◇ 3, ○ 4; a dash where none is set yet. */
export function PriorityMark({ priority }: { priority: number | null }) {
  const t = useText();
  const label = priority === null ? t('priority.none') : t('priority.value', { priority });
  return (
    <svg className="priority" viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <Shape priority={priority} />
      </g>
    </svg>
  );
}
