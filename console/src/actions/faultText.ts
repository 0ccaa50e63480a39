import type { Text } from '../i18n/text.ts';
import type { Param } from './definition.ts';
import type { Fault } from './grammar/parse.ts';

const paramText = (t: Text, { kind }: Param): string => t(`line.kinds.${kind}`);

/** Why a line says nothing yet, in words that say what would be right. */
export function faultText(t: Text, fault: Fault): string {
  switch (fault.fault) {
    case 'unknownVerb':
      return t('line.unknownVerb', { word: fault.word });
    case 'ambiguousVerb':
      return t('line.ambiguousVerb', { word: fault.word, could: fault.could.join(', ') });
    case 'missing':
      return t('line.missing', { what: paramText(t, fault.param) });
    case 'unknown':
      return t('line.unknown', { word: fault.word, what: paramText(t, fault.param) });
    case 'ambiguous':
      return t('line.ambiguous', {
        word: fault.word,
        could: fault.could
          .slice(0, 5)
          .map(({ told, names }) => told || names[0] || '')
          .join(', '),
      });
    case 'tooMuch':
      return t('line.tooMuch', { word: fault.word });
  }
}
