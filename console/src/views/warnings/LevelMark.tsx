import type { WarningLevel } from '../../api/types.ts';
import { useText } from '../../i18n/text.ts';
import '../../styles/level.css';

/** A warning's level in its colour and its word; nothing else on a screen has these colours. */
export function LevelMark({ level }: { level: WarningLevel }) {
  const t = useText();
  return <span className={`level ${level.toLowerCase()}`}>{t(`warnings.levels.${level}`)}</span>;
}
